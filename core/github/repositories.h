// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/branchname.h"
#include "core/ids/objectid.h"
#include "core/ids/repositoryid.h"

namespace slipway::github
{

struct Repository
{
    RepositoryId id; ///< as GitHub writes it now: one that was renamed answers with its new name
    QString nodeId;  ///< what GraphQL's mutations call it
    BranchName defaultBranch;
    bool isPrivate = false;
    bool isArchived = false; ///< read-only
    bool mayPush = false;    ///< the one who asks; a token may still allow less

    bool operator==(const Repository &) const = default;
};

/// Some of an owner's repositories.
struct RepositoryList
{
    QList<Repository> repositories; ///< last pushed first
    bool isComplete = true;
    bool wantsSignOn = false; ///< organisations whose single sign-on the token has not passed are left out

    bool operator==(const RepositoryList &) const = default;
};

struct Branch
{
    BranchName name;
    ObjectId head;
    bool isProtected = false;

    bool operator==(const Branch &) const = default;
};

/// Errors: NotFound (also without the right to see it), Unauthorized, Forbidden, those of Api.
/// REST: "Get a repository".
[[nodiscard]] QCoro::Task<Result<Repository>> findRepository(Api api, RepositoryId repository, std::stop_token stop);

/// The repositories that the token sees, at most 300. Errors: Unauthorized, those of Api.
/// REST: "List repositories for the authenticated user".
[[nodiscard]] QCoro::Task<Result<RepositoryList>> listMyRepositories(Api api, std::stop_token stop);

/// The repositories of an organisation or a person that the token sees, at most 1000. Errors: NotFound, InvalidInput if
/// nobody can have that name, those of Api.
/// REST: "List organization repositories", "List repositories for a user".
[[nodiscard]] QCoro::Task<Result<RepositoryList>> listRepositories(Api api, QString owner, std::stop_token stop);

/// At most 1000 branches, by name. Errors: NotFound, those of Api. REST: "List branches".
[[nodiscard]] QCoro::Task<Result<QList<Branch>>> listBranches(Api api, RepositoryId repository, std::stop_token stop);

/// The names of the labels that the repository has, at most 1000. Errors: NotFound, those of Api.
/// REST: "List labels for a repository".
[[nodiscard]] QCoro::Task<Result<QStringList>> listLabels(Api api, RepositoryId repository, std::stop_token stop);

/// Whether commits on that branch, or on one that is merged into it, must be signed: by its protection or by rules.
/// False where the host cannot tell. Errors: NotFound, those of Api.
/// GraphQL: `Ref.refUpdateRule`, `Ref.rules`.
[[nodiscard]] QCoro::Task<Result<bool>> wantsSignatures(Api api, RepositoryId repository, BranchName branch,
                                                        std::stop_token stop);

} // namespace slipway::github
