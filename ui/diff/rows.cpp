// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diff/rows.h"

#include <algorithm>

namespace slipway::diffview
{
namespace
{

using LineKind = DiffLine::Kind;

/// For each line of a file, whether it is seen.
QList<bool> seenLines(const FileDiff &file, const QSet<qsizetype> &shown)
{
    QList<bool> seen(file.lines.size(), false);
    for (const auto &[first, last] : file.changes)
        for (auto i = std::max<qsizetype>(0, first - contextLines);
             i < std::min(last + contextLines, file.lines.size()); ++i)
            seen[i] = true;
    for (const auto line : shown)
        if (line < seen.size())
            seen[line] = true;
    return seen;
}

qsizetype changeOf(const FileDiff &file, qsizetype line)
{
    const auto found = std::ranges::find_if(
        file.changes, [line](const auto &change) { return line >= change.first && line < change.second; });
    return found == file.changes.end() ? -1 : found - file.changes.begin();
}

/// The heading of the first change at or behind a line.
QString headingBelow(const FileDiff &file, qsizetype line)
{
    for (qsizetype i = 0; i < file.changes.size(); ++i)
        if (file.changes.at(i).second > line)
            return file.headings.value(i);
    return {};
}

/// Removed lines to the left of the added ones that took their place.
void appendPairs(QList<Row> &rows, const FileDiff &file, int number, qsizetype first, qsizetype last, qsizetype change)
{
    auto added = first;
    while (added < last && file.lines.at(added).kind == LineKind::Removed)
        ++added;
    const auto count = std::max(added - first, last - added);
    for (qsizetype i = 0; i < count; ++i)
        rows.append({.file = number,
                     .left = first + i < added ? first + i : -1,
                     .right = added + i < last ? added + i : -1,
                     .change = change});
}

template<class AppendChange>
QList<Row> rowsOf(const QList<FileDiff> &files, const Folding &folding, bool isSideBySide, AppendChange appendChange)
{
    QList<Row> rows;
    for (int number = 0; number < files.size(); ++number) {
        const auto &file = files.at(number);
        rows.append({.kind = Row::Kind::File, .file = number});
        if (folding.folded.contains(number))
            continue;
        for (const auto &remark : file.remarks)
            rows.append({.kind = Row::Kind::Remark, .file = number, .text = remark});
        const auto seen = seenLines(file, folding.shown.value(number));
        for (qsizetype i = 0; i < file.lines.size();) {
            if (!seen.at(i)) {
                const auto end = std::find(seen.begin() + i, seen.end(), true) - seen.begin();
                rows.append({.kind = Row::Kind::Fold,
                             .file = number,
                             .text = headingBelow(file, i),
                             .hiddenFrom = i,
                             .hiddenTo = end});
                i = end;
                continue;
            }
            const auto change = changeOf(file, i);
            if (change >= 0) {
                const auto end = file.changes.at(change).second;
                appendChange(rows, file, number, i, end, change);
                i = end;
                continue;
            }
            rows.append({.file = number, .left = i, .right = isSideBySide ? i : -1});
            ++i;
        }
    }
    return rows;
}

} // namespace

QList<Row> unifiedRows(const QList<FileDiff> &files, const Folding &folding)
{
    return rowsOf(
        files, folding, false,
        [](QList<Row> &rows, const FileDiff &, int number, qsizetype first, qsizetype last, qsizetype change) {
            for (auto i = first; i < last; ++i)
                rows.append({.file = number, .left = i, .change = change});
        });
}

QList<Row> sideBySideRows(const QList<FileDiff> &files, const Folding &folding)
{
    return rowsOf(files, folding, true, appendPairs);
}

void unfold(Folding &folding, const Row &fold)
{
    auto &shown = folding.shown[fold.file];
    for (auto line = std::max(fold.hiddenFrom, fold.hiddenTo - unfoldedAtOnce); line < fold.hiddenTo; ++line)
        shown.insert(line);
}

} // namespace slipway::diffview
