// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/git.h"

#include <QCryptographicHash>

#include <algorithm>

namespace slipway::simulator::git
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto folderMode = "40000";

/// Folders stand in a tree as if their names ended in a slash.
QByteArray sortKey(const QString &name, const Entry &entry)
{
    return name.toUtf8() + (isFolder(entry) ? "/" : "");
}

QByteArray lineOf(const Signature &who)
{
    return who.name.toUtf8() + " <" + who.email.toUtf8() + "> " + QByteArray::number(who.at.toSecsSinceEpoch()) +
           " +0000\n";
}

/// A header of several lines: each but the first begins with a space.
QByteArray folded(QByteArray text)
{
    return text.trimmed().replace('\n', "\n ");
}

} // namespace

bool isFolder(const Entry &entry)
{
    return entry.mode == folderMode;
}

ObjectId idOf(QByteArrayView type, QByteArrayView body)
{
    const QByteArray header = type.toByteArray() + ' ' + QByteArray::number(body.size()) + '\0';
    QCryptographicHash hash{QCryptographicHash::Sha1};
    hash.addData(header);
    hash.addData(body);
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray bytesOf(const Tree &tree)
{
    QMap<QByteArray, QString> order;
    for (const auto &[name, entry] : tree.asKeyValueRange())
        order.insert(sortKey(name, entry), name);
    QByteArray bytes;
    for (const auto &name : std::as_const(order)) {
        const auto entry = tree.value(name);
        bytes += entry.mode + ' ' + name.toUtf8() + '\0' + QByteArray::fromHex(entry.id.toLatin1());
    }
    return bytes;
}

QByteArray bytesOf(const Commit &commit)
{
    QByteArray bytes = "tree " + commit.tree.toLatin1() + '\n';
    for (const auto &parent : commit.parents)
        bytes += "parent " + parent.toLatin1() + '\n';
    bytes += "author " + lineOf(commit.author) + "committer " + lineOf(commit.committer);
    if (!commit.gpgSignature.isEmpty())
        bytes += "gpgsig " + folded(commit.gpgSignature) + '\n';
    return bytes + '\n' + commit.message.toUtf8();
}

ObjectId add(Objects &objects, const QByteArray &blob)
{
    const auto id = idOf("blob", blob);
    objects.blobs.insert(id, blob);
    return id;
}

ObjectId add(Objects &objects, const Tree &tree)
{
    const auto id = idOf("tree", bytesOf(tree));
    objects.trees.insert(id, tree);
    return id;
}

ObjectId add(Objects &objects, const Commit &commit)
{
    const auto id = idOf("commit", bytesOf(commit));
    objects.commits.insert(id, commit);
    return id;
}

Paths pathsOf(const Objects &objects, const ObjectId &tree)
{
    Paths paths;
    for (const auto &[name, entry] : objects.trees.value(tree).asKeyValueRange()) {
        if (!isFolder(entry)) {
            paths.insert(name, entry);
            continue;
        }
        for (const auto &[rest, inner] : pathsOf(objects, entry.id).asKeyValueRange())
            paths.insert(name + u'/' + rest, inner);
    }
    return paths;
}

ObjectId addPaths(Objects &objects, const Paths &paths)
{
    Tree tree;
    QMap<QString, Paths> folders;
    for (const auto &[path, entry] : paths.asKeyValueRange()) {
        const auto slash = path.indexOf(u'/');
        if (slash < 0)
            tree.insert(path, entry);
        else
            folders[path.first(slash)].insert(path.sliced(slash + 1), entry);
    }
    for (const auto &[name, inner] : std::as_const(folders).asKeyValueRange())
        tree.insert(name, {folderMode, addPaths(objects, inner)});
    return add(objects, tree);
}

ObjectId changed(Objects &objects, const ObjectId &tree, const QMap<QString, std::optional<Entry>> &changes)
{
    auto paths = pathsOf(objects, tree);
    for (const auto &[path, entry] : changes.asKeyValueRange()) {
        // What was at that path goes, and what was in a folder of that name.
        paths.removeIf([&](const auto &old) { return old.key() == path || old.key().startsWith(path + u'/'); });
        if (!entry)
            continue;
        if (!isFolder(*entry)) {
            paths.insert(path, *entry);
            continue;
        }
        for (const auto &[rest, inner] : pathsOf(objects, entry->id).asKeyValueRange())
            paths.insert(path + u'/' + rest, inner);
    }
    return addPaths(objects, paths);
}

ObjectId withFile(Objects &objects, const ObjectId &tree, const QString &path, const QByteArray &contents)
{
    auto entry = entryAt(objects, tree, path).value_or(Entry{});
    entry.id = add(objects, contents);
    return changed(objects, tree, {{path, entry}});
}

std::optional<Entry> entryAt(const Objects &objects, const ObjectId &tree, const QString &path)
{
    Entry entry{folderMode, tree};
    const auto names = path.split(u'/', Qt::SkipEmptyParts);
    for (const auto &name : names) {
        const auto folder = objects.trees.constFind(entry.id);
        if (!isFolder(entry) || folder == objects.trees.cend() || !folder->contains(name))
            return {};
        entry = folder->value(name);
    }
    return entry;
}

std::optional<QByteArray> fileAt(const Objects &objects, const ObjectId &commit, const QString &path)
{
    const auto entry = entryAt(objects, objects.commits.value(commit).tree, path);
    if (!entry || !objects.blobs.contains(entry->id))
        return {};
    return objects.blobs.value(entry->id);
}

} // namespace slipway::simulator::git
