// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/commits.h"
#include "core/github/contents.h"
#include "core/updates/repositoryfiles.h"

namespace slipway::updates
{

/// The files of a repository at one commit, with the bytes of all that planning reads. Of `known`, its files at another
/// commit (or null), what is the same is not asked for again. `arguments` as in Scope.
/// Errors: those of github::readTree() and github::readBlob().
[[nodiscard]] QCoro::Task<Result<RepositoryFilesPointer>> readRepository(github::Api api, RepositoryId repository,
                                                                         github::Commit commit,
                                                                         RepositoryFilesPointer known,
                                                                         QStringList arguments, std::stop_token stop);

/// The files in a tree, by path: no folders, no submodules.
[[nodiscard]] QMap<QString, TreeFile> filesOf(const QList<github::TreeEntry> &tree);

} // namespace slipway::updates
