// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diff/worddiff.h"

#include <QList>
#include <QString>

namespace slipway::diffview
{

/// A line as it is shown: tabs are spaces, hidden characters their code point in a box, digests cut to 12 characters
/// with a boxed "…".
struct DisplayLine
{
    struct Box
    {
        enum class Kind { CutDigest, Hidden };

        Kind kind;
        diff::Range range; ///< in `text`
    };

    QString text;
    QList<qsizetype> source; ///< for each character of `text`, and its end: where it comes from in the line
    QList<Box> boxes;

    /// From a place in the line to the place where it is shown, and back.
    [[nodiscard]] qsizetype shownAt(qsizetype place) const;
    [[nodiscard]] qsizetype sourceAt(qsizetype shown) const;
    [[nodiscard]] diff::Range shownRange(const diff::Range &range) const;
};

[[nodiscard]] DisplayLine displayLine(const QString &line, bool wholeDigests);

/// Whether a line has characters that a person does not see: control, bidi, zero width.
[[nodiscard]] bool hasHiddenCharacters(QStringView line);

} // namespace slipway::diffview
