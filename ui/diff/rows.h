// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diff/filediff.h"

#include <QHash>
#include <QSet>

namespace slipway::diffview
{

/// What is seen of the diff, from top to bottom. In the side by side view a row has a line at each side.
struct Row
{
    enum class Kind { File, Remark, Fold, Lines };

    Kind kind = Kind::Lines;
    int file = 0;
    qsizetype left = -1;      ///< in the file's lines; unified: the only one. -1: nothing stands there
    qsizetype right = -1;     ///< side by side alone
    QString text = {};        ///< of a fold: the YAML path below it; of a remark: the remark
    qsizetype hiddenFrom = 0; ///< of a fold: which lines it hides
    qsizetype hiddenTo = 0;
    qsizetype change = -1; ///< which change of the file a line belongs to
};

/// What the person unfolded and folded.
struct Folding
{
    QHash<int, QSet<qsizetype>> shown; ///< file -> lines shown beyond the context
    QSet<int> folded;                  ///< files
};

inline constexpr qsizetype contextLines = 3;
inline constexpr qsizetype unfoldedAtOnce = 20;

[[nodiscard]] QList<Row> unifiedRows(const QList<FileDiff> &files, const Folding &folding);
[[nodiscard]] QList<Row> sideBySideRows(const QList<FileDiff> &files, const Folding &folding);

/// Shows up to `unfoldedAtOnce` more of what a fold hides, next to the change below it.
void unfold(Folding &folding, const Row &fold);

} // namespace slipway::diffview
