// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace slipway::window
{

/// How well a text fits what was typed, and which of its characters were meant.
struct Match
{
    int score = 0;                   ///< higher is better
    QList<qsizetype> positions = {}; ///< of the matched characters, in order

    bool operator==(const Match &) const = default;
};

/// Finds what was typed in the text, whatever its case: as it stands, or as an abbreviation, whose letters begin words
/// or go on in one. Spaces part words that may stand in any place. Beginnings of words and letters in a row count for
/// more.
[[nodiscard]] std::optional<Match> match(QStringView typed, QStringView text);

} // namespace slipway::window
