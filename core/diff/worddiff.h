// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace slipway::diff
{

/// A part of a line, in UTF-16 units.
struct Range
{
    qsizetype begin;
    qsizetype end;

    bool operator==(const Range &) const = default;
};

struct ChangedWords
{
    QList<Range> before; ///< in the old line, in order; ranges that touch are one
    QList<Range> after;  ///< in the new line

    bool operator==(const ChangedWords &) const = default;
};

/// What to highlight in a line that was replaced by another. A word is a run of letters and digits; every other
/// character stands for itself. Of very long lines all between the first and the last change is one range.
[[nodiscard]] ChangedWords changedWords(QStringView before, QStringView after);

} // namespace slipway::diff
