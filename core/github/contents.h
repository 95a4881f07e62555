// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/branchname.h"
#include "core/ids/objectid.h"
#include "core/ids/repositoryid.h"

#include <QHash>

namespace slipway::github
{

/// How Git keeps an entry of a tree: 100644, 100755, 120000, 040000, 160000.
enum class FileMode { File, Executable, Link, Folder, Submodule };

[[nodiscard]] QString text(FileMode mode); ///< "100644"

/// Something in a tree. Its path is relative to the repository's top, with `/`, and leads nowhere else.
struct TreeEntry
{
    QString path;
    FileMode mode;
    ObjectId id;
    qint64 size = 0; ///< bytes, of files and links

    bool operator==(const TreeEntry &) const = default;
};

/// A file as it shall be.
struct FileContent
{
    QString path;
    FileMode mode; ///< File, Executable or Link
    QByteArray content;

    bool operator==(const FileContent &) const = default;
};

/// All that a tree holds, in Git's order; folders too. Errors: NotFound; InvalidInput, for a repository that is too big
/// to be listed (over 100 requests); Protocol, also for a path that leads out of the repository; those of Api.
/// REST: "Get a tree", folder by folder where the whole one is truncated.
[[nodiscard]] QCoro::Task<Result<QList<TreeEntry>>> readTree(Api api, RepositoryId repository, ObjectId tree,
                                                             std::stop_token stop);

/// A file's bytes, at most `mostBytes`; they hash to the id. What was read once comes from the cache.
/// Errors: NotFound, Protocol (bytes of another hash, too many), those of Api. REST: "Get a blob".
[[nodiscard]] QCoro::Task<Result<QByteArray>> readBlob(Api api, RepositoryId repository, ObjectId blob,
                                                       qint64 mostBytes, std::stop_token stop);

/// Several files by their ids, all at once. Errors: as of readBlob(), the first that there is.
[[nodiscard]] QCoro::Task<Result<QHash<ObjectId, QByteArray>>>
readBlobs(Api api, RepositoryId repository, QList<ObjectId> blobs, qint64 mostBytes, std::stop_token stop);

/// Keeps a file's bytes in the repository; nothing refers to them yet. May be repeated.
/// Errors: NotFound and Forbidden (without the right to write), Conflict (an empty repository), Protocol (the host
/// names another hash), those of Api. REST: "Create a blob".
[[nodiscard]] QCoro::Task<Result<ObjectId>> createBlob(Api api, RepositoryId repository, QByteArray content,
                                                       std::stop_token stop);

/// A tree like `base` with these files in it; all others stay. May be repeated. Errors: InvalidInput, for a path that
/// leads out of the repository, and as of createBlob(). Changed workflow files need the scope `workflow`: NotFound.
/// REST: "Create a tree".
[[nodiscard]] QCoro::Task<Result<ObjectId>> createTree(Api api, RepositoryId repository, ObjectId base,
                                                       QList<FileContent> files, std::stop_token stop);

/// A commit by the token's owner, now; no branch has it yet. It is not signed. Errors: as of createBlob().
/// REST: "Create a commit".
[[nodiscard]] QCoro::Task<Result<ObjectId>> createCommit(Api api, RepositoryId repository, QString message,
                                                         ObjectId tree, ObjectId parent, std::stop_token stop);

} // namespace slipway::github
