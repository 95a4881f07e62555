// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/githistory.h"

#include "core/diff/linemerge.h"

#include <QSet>

#include <algorithm>

namespace slipway::simulator::git
{

namespace
{

/// All commits that lead to this one, itself included.
QSet<ObjectId> reach(const Objects &objects, const ObjectId &head)
{
    QSet<ObjectId> reached;
    QList<ObjectId> waiting{head};
    while (!waiting.isEmpty()) {
        const auto id = waiting.takeLast();
        if (!objects.commits.contains(id) || reached.contains(id))
            continue;
        reached.insert(id);
        waiting += objects.commits.value(id).parents;
    }
    return reached;
}

qint64 committedAt(const Objects &objects, const ObjectId &id)
{
    return objects.commits.value(id).committer.at.toSecsSinceEpoch();
}

/// The children of each of these commits that are among them too.
QHash<ObjectId, int> countChildren(const Objects &objects, const QSet<ObjectId> &among)
{
    QHash<ObjectId, int> children;
    for (const auto &id : among) {
        const auto parents = objects.commits.value(id).parents;
        for (const auto &parent : parents)
            ++children[parent];
    }
    return children;
}

} // namespace

QList<ObjectId> log(const Objects &objects, const ObjectId &head, const ObjectId &base)
{
    auto among = reach(objects, head);
    if (!base.isEmpty())
        among.subtract(reach(objects, base));
    auto children = countChildren(objects, among);

    QList<ObjectId> ready;
    if (among.contains(head))
        ready.append(head);
    QList<ObjectId> ordered;
    while (!ready.isEmpty()) {
        const auto newest =
            std::ranges::max_element(ready, {}, [&](const auto &id) { return committedAt(objects, id); });
        const auto id = ready.takeAt(std::distance(ready.begin(), newest));
        ordered.append(id);
        const auto parents = objects.commits.value(id).parents;
        for (const auto &parent : parents) {
            if (--children[parent] == 0 && among.contains(parent))
                ready.append(parent);
        }
    }
    return ordered;
}

ObjectId mergeBase(const Objects &objects, const ObjectId &one, const ObjectId &other)
{
    const auto reached = reach(objects, other);
    const auto commits = log(objects, one);
    const auto found = std::ranges::find_if(commits, [&](const auto &id) { return reached.contains(id); });
    return found == commits.end() ? ObjectId{} : *found;
}

QList<FileChange> changes(const Objects &objects, const ObjectId &oldTree, const ObjectId &newTree)
{
    const auto before = pathsOf(objects, oldTree);
    const auto after = pathsOf(objects, newTree);
    QMap<QString, FileChange> found;
    for (const auto &[path, entry] : before.asKeyValueRange()) {
        if (after.value(path) != entry)
            found.insert(path, {path, entry, after.value(path)});
    }
    for (const auto &[path, entry] : after.asKeyValueRange()) {
        if (!before.contains(path))
            found.insert(path, {path, {}, entry});
    }
    return found.values();
}

Comparison compare(const Objects &objects, const ObjectId &base, const ObjectId &head)
{
    const auto common = mergeBase(objects, base, head);
    return {
        .mergeBase = common,
        .ahead = log(objects, head, base),
        .behind = log(objects, base, head),
        .files = changes(objects, objects.commits.value(common).tree, objects.commits.value(head).tree),
    };
}

std::optional<ObjectId> merged(Objects &objects, const ObjectId &base, const ObjectId &head)
{
    const auto comparison = compare(objects, base, head);
    const auto tree = objects.commits.value(base).tree;
    QMap<QString, std::optional<Entry>> wanted;
    for (const auto &change : comparison.files) {
        const auto ours = entryAt(objects, tree, change.path).value_or(Entry{});
        if (ours == change.after)
            continue;
        if (ours == change.before) {
            wanted.insert(change.path, change.after.id.isEmpty() ? std::nullopt : std::optional{change.after});
            continue;
        }
        const auto isText = [&](const Entry &side) { return objects.blobs.contains(side.id); };
        if (!isText(ours) || !isText(change.before) || !isText(change.after))
            return {};
        const auto text = diff::merged(objects.blobs.value(change.before.id), objects.blobs.value(ours.id),
                                       objects.blobs.value(change.after.id));
        if (!text)
            return {};
        wanted.insert(change.path, Entry{change.after.mode, add(objects, *text)});
    }
    return changed(objects, tree, wanted);
}

} // namespace slipway::simulator::git
