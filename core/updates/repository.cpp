// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/repository.h"

#include "core/updates/workfolder.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

using Blobs = QHash<QString, QByteArray>;

/// All at once: the host's courtesy stage says how many go out together.
QCoro::Task<Result<Blobs>> readBlobs(github::Api api, RepositoryId repository, QStringList ids, std::stop_token stop)
{
    std::vector<QCoro::Task<Result<QByteArray>>> tasks;
    for (const auto &id : std::as_const(ids))
        tasks.push_back(github::readBlob(api, repository, *ObjectId::parse(id), largestFile, stop));
    Blobs blobs;
    std::optional<Error> error;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        auto &task = tasks.at(static_cast<size_t>(i));
        const auto bytes = co_await task; // all of them, so that none outlives what it uses
        if (bytes)
            blobs.insert(ids.at(i), *bytes);
        else if (!error)
            error = bytes.error();
    }
    if (error)
        co_return failure(*error);
    co_return blobs;
}

std::optional<TreeFile::Kind> kindOf(github::FileMode mode)
{
    switch (mode) {
    case github::FileMode::File: return TreeFile::Kind::File;
    case github::FileMode::Executable: return TreeFile::Kind::Executable;
    case github::FileMode::Link: return TreeFile::Kind::Link;
    case github::FileMode::Folder:
    case github::FileMode::Submodule: break;
    }
    return std::nullopt;
}

} // namespace

QMap<QString, TreeFile> filesOf(const QList<github::TreeEntry> &tree)
{
    QMap<QString, TreeFile> files;
    for (const auto &entry : tree) {
        if (const auto kind = kindOf(entry.mode))
            files.insert(entry.path, {.blob = entry.id.text(), .kind = *kind, .size = entry.size});
    }
    return files;
}

QCoro::Task<Result<RepositoryFilesPointer>> readRepository(github::Api api, RepositoryId repository,
                                                           github::Commit commit, RepositoryFilesPointer known,
                                                           QStringList arguments, std::stop_token stop)
{
    if (known && known->commit == commit.id.text())
        co_return known;
    const auto tree = co_await github::readTree(api, repository, commit.tree, stop);
    if (!tree)
        co_return failure(tree.error());
    RepositoryFiles files{.commit = commit.id.text(), .tree = filesOf(*tree), .blobs = known ? known->blobs : Blobs{}};
    const FetchBlobs fetch = [api, repository](QStringList ids, std::stop_token own) {
        return readBlobs(api, repository, std::move(ids), std::move(own));
    };
    const auto whole = co_await withContents(std::move(files), arguments, fetch, stop);
    co_return whole;
}

} // namespace slipway::updates
