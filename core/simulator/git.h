// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

/// Git's objects as values. Source: git, "Git Objects" (gitformat-pack; Pro Git, chapter 10).
namespace slipway::simulator::git
{

/// What an object's real bytes hash to: SHA-1, 40 hexadecimal digits.
using ObjectId = QString;

struct Signature
{
    QString name;
    QString email;
    QDateTime at; ///< written in UTC, to the second

    bool operator==(const Signature &) const = default;
};

struct Commit
{
    ObjectId tree;
    QList<ObjectId> parents;
    Signature author;
    Signature committer;
    QString message;              ///< with its newline at the end, if it has one
    QByteArray gpgSignature = {}; ///< one that GitHub made; empty if it is not signed

    bool operator==(const Commit &) const = default;
};

/// What a path leads to.
struct Entry
{
    QByteArray mode = QByteArrayLiteral("100644"); ///< without leading zeros: a folder's is 40000
    ObjectId id;

    bool operator==(const Entry &) const = default;
};

/// Name -> entry, in the order of names; git's own order is made when the bytes are.
using Tree = QMap<QString, Entry>;
/// Whole path -> entry, without the folders.
using Paths = QMap<QString, Entry>;

struct Objects
{
    QHash<ObjectId, QByteArray> blobs;
    QHash<ObjectId, Tree> trees;
    QHash<ObjectId, Commit> commits;
};

[[nodiscard]] bool isFolder(const Entry &entry);

[[nodiscard]] ObjectId idOf(QByteArrayView type, QByteArrayView body);
[[nodiscard]] QByteArray bytesOf(const Tree &tree);
[[nodiscard]] QByteArray bytesOf(const Commit &commit);

ObjectId add(Objects &objects, const QByteArray &blob);
ObjectId add(Objects &objects, const Tree &tree);
ObjectId add(Objects &objects, const Commit &commit);

/// All that is in a tree, its folders' contents included. The empty id is the empty tree.
[[nodiscard]] Paths pathsOf(const Objects &objects, const ObjectId &tree);
/// The tree that has these paths, with the trees of its folders.
ObjectId addPaths(Objects &objects, const Paths &paths);

/// The tree with some paths replaced, added, or (nothing) removed.
ObjectId changed(Objects &objects, const ObjectId &tree, const QMap<QString, std::optional<Entry>> &changes);
/// The tree with the contents of one file replaced or added; its mode stays.
ObjectId withFile(Objects &objects, const ObjectId &tree, const QString &path, const QByteArray &contents);

/// What a path leads to, a file or a folder; the empty path is the tree itself.
[[nodiscard]] std::optional<Entry> entryAt(const Objects &objects, const ObjectId &tree, const QString &path);
/// The contents of a file as a commit has it.
[[nodiscard]] std::optional<QByteArray> fileAt(const Objects &objects, const ObjectId &commit, const QString &path);

} // namespace slipway::simulator::git
