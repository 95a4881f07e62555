// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/git.h"

namespace slipway::simulator::git
{

/// The commits that lead to `head` and not to `base` (empty: all of them), newest first, children before parents.
[[nodiscard]] QList<ObjectId> log(const Objects &objects, const ObjectId &head, const ObjectId &base = {});

/// The newest commit that leads to both; empty if there is none.
[[nodiscard]] ObjectId mergeBase(const Objects &objects, const ObjectId &one, const ObjectId &other);

/// A path that two trees do not have alike. A side without the file has an empty id.
struct FileChange
{
    QString path;
    Entry before;
    Entry after;

    bool operator==(const FileChange &) const = default;
};

/// Ordered by path.
[[nodiscard]] QList<FileChange> changes(const Objects &objects, const ObjectId &oldTree, const ObjectId &newTree);

/// As `git diff base...head` and GitHub's compare see it.
struct Comparison
{
    ObjectId mergeBase;
    QList<ObjectId> ahead;   ///< in head alone, newest first
    QList<ObjectId> behind;  ///< in base alone, newest first
    QList<FileChange> files; ///< from the merge base to head
};

[[nodiscard]] Comparison compare(const Objects &objects, const ObjectId &base, const ObjectId &head);

/// What merging `head` into `base` gives: the tree; nothing if they are in conflict.
[[nodiscard]] std::optional<ObjectId> merged(Objects &objects, const ObjectId &base, const ObjectId &head);

} // namespace slipway::simulator::git
