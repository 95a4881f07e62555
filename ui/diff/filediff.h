// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diff/worddiff.h"
#include "core/workspace/preview.h"

#include <QList>
#include <QString>

/// The diff as values: which lines differ, and which rows are seen of them. No widget.
namespace slipway::diffview
{

/// A line of a file as it is read, and what it became.
struct DiffLine
{
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    int oldNumber = 0; ///< from 1; 0: not in the old file
    int newNumber = 0;
    QString text = {};             ///< without its line end
    QList<diff::Range> words = {}; ///< of a replaced line, what changed in it
};

/// One file, all of its lines, and the first and last of each stretch that changed.
struct FileDiff
{
    QString path;
    QString tag = {}; ///< how the value is written, in words, where it is special; else empty
    QList<DiffLine> lines = {};
    QList<std::pair<qsizetype, qsizetype>> changes = {}; ///< [first, last) in `lines`, in order
    QStringList headings = {};                           ///< for each change the YAML path it is in; may be empty
    QStringList remarks = {}; ///< what no line shows: no newline at the end, other line ends, a byte order mark
    int added = 0;
    int removed = 0;
};

/// Compares the two texts of a file. With `ignoreSpace`, lines that differ in white space alone are the same.
/// For any thread.
[[nodiscard]] FileDiff diffOf(const workspace::FilePreview &file, bool ignoreSpace = false);

} // namespace slipway::diffview
