// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/linediff.h"

#include "core/diff/libgit2.h"

#include <QThreadPool>

#include <memory>
#include <mutex>
#include <optional>

namespace slipway::diff
{

using namespace Qt::StringLiterals;

namespace
{

struct FreePatch
{
    void operator()(git_patch *patch) const { libgit2().patchFree(patch); }
};
using Patch = std::unique_ptr<git_patch, FreePatch>;

Patch patchOf(const QByteArray &before, const QByteArray &after)
{
    const auto &git = libgit2();
    git_diff_options options;
    check(git.diffOptionsInit(&options, GIT_DIFF_OPTIONS_VERSION));
    options.flags = GIT_DIFF_FORCE_TEXT;
    options.context_lines = 3;
    git_patch *patch = nullptr;
    check(git.patchFromBuffers(&patch, before.constData(), static_cast<size_t>(before.size()), nullptr,
                               after.constData(), static_cast<size_t>(after.size()), nullptr, &options));
    return Patch{patch};
}

/// The line; nothing for libgit2's own line about a missing line end.
std::optional<Line> lineOf(const git_diff_line &line)
{
    const QByteArray text{line.content, static_cast<qsizetype>(line.content_len)};
    switch (line.origin) {
    case GIT_DIFF_LINE_CONTEXT: return Line{Line::Kind::Context, text};
    case GIT_DIFF_LINE_DELETION: return Line{Line::Kind::Removed, text};
    case GIT_DIFF_LINE_ADDITION: return Line{Line::Kind::Added, text};
    default: return {};
    }
}

Hunk hunkOf(git_patch *patch, size_t index)
{
    const auto &git = libgit2();
    const git_diff_hunk *head = nullptr;
    size_t lineCount = 0;
    check(git.patchGetHunk(&head, &lineCount, patch, index));

    Hunk hunk{head->old_start, head->old_lines, head->new_start, head->new_lines, {}};
    for (size_t i = 0; i < lineCount; ++i) {
        const git_diff_line *line = nullptr;
        check(git.patchGetLineInHunk(&line, patch, index, i));
        if (auto own = lineOf(*line))
            hunk.lines.append(*std::move(own));
    }
    return hunk;
}

/// "12,3"; a count of one is left out.
QByteArray range(int start, int count)
{
    return QByteArray::number(start) + (count == 1 ? QByteArray{} : ',' + QByteArray::number(count));
}

char sign(Line::Kind kind)
{
    switch (kind) {
    case Line::Kind::Removed: return '-';
    case Line::Kind::Added: return '+';
    default: return ' ';
    }
}

} // namespace

void warmUp()
{
    static std::once_flag once;
    std::call_once(once, [] { QThreadPool::globalInstance()->start([] { static_cast<void>(libgit2()); }); });
}

QList<Hunk> hunks(const QByteArray &before, const QByteArray &after)
{
    const auto patch = patchOf(before, after);
    QList<Hunk> all;
    for (size_t i = 0; i < libgit2().patchNumHunks(patch.get()); ++i)
        all.append(hunkOf(patch.get(), i));
    return all;
}

QString unified(const QString &path, const QList<Hunk> &hunks)
{
    if (hunks.isEmpty())
        return {};
    QByteArray text = "--- a/" + path.toUtf8() + "\n+++ b/" + path.toUtf8() + '\n';
    for (const auto &hunk : hunks) {
        text += "@@ -" + range(hunk.oldStart, hunk.oldCount) + " +" + range(hunk.newStart, hunk.newCount) + " @@\n";
        for (const auto &line : hunk.lines) {
            text += sign(line.kind) + line.text;
            if (!line.text.endsWith('\n'))
                text += "\n\\ No newline at end of file\n";
        }
    }
    return QString::fromUtf8(text);
}

QString unified(const QString &path, const QByteArray &before, const QByteArray &after)
{
    return unified(path, hunks(before, after));
}

} // namespace slipway::diff
