// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/contents.h"
#include "core/github/repositories.h"

namespace slipway::github
{

/// Where a branch was to go, and from where.
struct BranchMove
{
    BranchName branch;
    ObjectId from; ///< it is moved from there alone
    ObjectId to;   ///< need not descend from `from`
};

/// What moving a branch took.
enum class Guard {
    Atomic,    ///< the host compared and moved in one step
    ReadBefore ///< an older host: read just before, then moved; a push in between would be lost
};

/// Where a branch stands; nothing if there is no such branch. Errors: NotFound (no such repository), those of Api.
/// REST: "Get a reference".
[[nodiscard]] QCoro::Task<Result<std::optional<ObjectId>>> findBranch(Api api, RepositoryId repository,
                                                                      BranchName branch, std::stop_token stop);

/// Makes a branch. Errors: Conflict, if there is one of that name; InvalidInput, if the host does not have the commit,
/// a branch's name is a part of this one, or rules forbid it; NotFound and Forbidden without the right to write; those
/// of Api. REST: "Create a reference".
[[nodiscard]] QCoro::Task<Result<>> createBranch(Api api, RepositoryId repository, BranchName branch, ObjectId commit,
                                                 std::stop_token stop);

/// Moves a branch, if it still stands where it is thought to stand. May be repeated: a branch that is there already is
/// moved. Errors: Conflict, if it stands elsewhere; NotFound, if it is gone; InvalidInput, if rules forbid it;
/// Forbidden, those of Api. GraphQL: `updateRefs`; where the host lacks it, REST: "Update a reference".
[[nodiscard]] QCoro::Task<Result<Guard>> moveBranch(Api api, Repository repository, BranchMove move,
                                                    std::stop_token stop);

/// Deletes a branch; one that is gone is deleted. Errors: NotFound and Forbidden without the right to write, those of
/// Api. REST: "Delete a reference".
[[nodiscard]] QCoro::Task<Result<>> deleteBranch(Api api, RepositoryId repository, BranchName branch,
                                                 std::stop_token stop);

/// A commit on a branch that stands at `parent`, signed by the host for the token's owner. Only for files with mode
/// File: all others would lose theirs. Errors: Conflict, if the branch stands elsewhere; NotFound, if it is gone;
/// InvalidInput, for another mode or where rules forbid it; Forbidden, those of Api. GraphQL: `createCommitOnBranch`.
[[nodiscard]] QCoro::Task<Result<ObjectId>> commitSigned(Api api, RepositoryId repository, BranchName branch,
                                                         ObjectId parent, QString message, QList<FileContent> files,
                                                         std::stop_token stop);

} // namespace slipway::github
