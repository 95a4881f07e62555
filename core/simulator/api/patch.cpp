// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/patch.h"

#include "core/diff/linediff.h"
#include "core/simulator/api/revision.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

FilePatch patchOf(const Repository &repository, const git::FileChange &change)
{
    const auto hunks = diff::hunks(blob(repository, change.before.id), blob(repository, change.after.id));
    FilePatch patch{.change = change, .hunks = {}};
    for (const auto &hunk : hunks)
        for (const auto &line : hunk.lines) {
            patch.additions += line.kind == diff::Line::Kind::Added;
            patch.deletions += line.kind == diff::Line::Kind::Removed;
        }
    const auto text = diff::unified(change.path, hunks).toUtf8();
    patch.hunks = text.sliced(std::max<qsizetype>(0, text.indexOf("@@")));
    if (patch.hunks.endsWith('\n'))
        patch.hunks.chop(1);
    return patch;
}

bool isThere(const git::Entry &entry)
{
    return !entry.id.isEmpty();
}

QByteArray headOf(const git::FileChange &change)
{
    const auto path = change.path.toUtf8();
    const auto shortId = [](const git::Entry &entry) {
        return isThere(entry) ? entry.id.first(7).toLatin1() : QByteArray{"0000000"};
    };
    QByteArray head = "diff --git a/" + path + " b/" + path + '\n';
    if (!isThere(change.before))
        head += "new file mode " + change.after.mode + '\n';
    else if (!isThere(change.after))
        head += "deleted file mode " + change.before.mode + '\n';
    else if (change.before.mode != change.after.mode)
        head += "old mode " + change.before.mode + "\nnew mode " + change.after.mode + '\n';
    if (change.before.id == change.after.id)
        return head;
    const bool keepsMode = change.before.mode == change.after.mode;
    head += "index " + shortId(change.before) + ".." + shortId(change.after) +
            (keepsMode ? ' ' + change.after.mode : QByteArray{}) + '\n';
    head += "--- " + (isThere(change.before) ? "a/" + path : QByteArray{"/dev/null"}) + '\n';
    return head + "+++ " + (isThere(change.after) ? "b/" + path : QByteArray{"/dev/null"}) + '\n';
}

} // namespace

QString FilePatch::status() const
{
    if (!isThere(change.before))
        return u"added"_s;
    return isThere(change.after) ? u"modified"_s : u"removed"_s;
}

QList<FilePatch> patches(const Repository &repository, const QList<git::FileChange> &changes)
{
    QList<FilePatch> list;
    for (const auto &change : changes)
        list.append(patchOf(repository, change));
    return list;
}

QByteArray gitDiff(const QList<FilePatch> &patches)
{
    QByteArray text;
    for (const auto &patch : patches)
        text += headOf(patch.change) + (patch.hunks.isEmpty() ? QByteArray{} : patch.hunks + '\n');
    return text;
}

LineCount lineCount(const QList<FilePatch> &patches)
{
    LineCount count;
    for (const auto &patch : patches) {
        count.additions += patch.additions;
        count.deletions += patch.deletions;
    }
    return count;
}

} // namespace slipway::simulator
