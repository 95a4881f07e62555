// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/reader.h"

#include <QCoroTask>
#include <QHash>
#include <QMap>

#include <memory>
#include <set>
#include <stop_token>

namespace slipway::updates
{

/// A file of a repository's tree. Source: git, "tree object".
struct TreeFile
{
    enum class Kind { File, Executable, Link };

    QString blob; ///< its object id
    Kind kind = Kind::File;
    qint64 size = 0; ///< in bytes

    bool operator==(const TreeFile &) const = default;
};

/// The files of a repository at one commit: all names, and the bytes of those that planning needs.
struct RepositoryFiles
{
    QString commit;
    QMap<QString, TreeFile> tree;     ///< by path, relative to the root; without submodules
    QHash<QString, QByteArray> blobs; ///< by object id

    bool operator==(const RepositoryFiles &) const = default;
};
using RepositoryFilesPointer = std::shared_ptr<const RepositoryFiles>;

/// Where a repository's files are for a Reader.
[[nodiscard]] QString repositoryRoot();

/// Reads the files of a repository as folderReader() reads those of a folder: links are followed, but not out of it.
[[nodiscard]] compose::Reader repositoryReader(RepositoryFilesPointer files);

/// The path in the tree of the file that a name leads to, links followed; empty if there is none.
[[nodiscard]] QString targetOf(const RepositoryFiles &files, const QString &name);

/// Brings the bytes of blobs, by object id.
using FetchBlobs =
    std::function<QCoro::Task<Result<QHash<QString, QByteArray>>>(QStringList blobs, std::stop_token stop)>;

/// The files with the bytes of all that planning reads: slipway.yml, `.env`, compose files, and what they include and
/// extend. `arguments` as in Scope. Asks once in most repositories, then once for each step of includes. Errors: those
/// of `fetch`; Protocol, if it does not bring what it was asked for.
[[nodiscard]] QCoro::Task<Result<RepositoryFilesPointer>> withContents(RepositoryFiles files, QStringList arguments,
                                                                       FetchBlobs fetch, std::stop_token stop);

} // namespace slipway::updates
