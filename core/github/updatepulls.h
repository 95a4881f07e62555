// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/pulls.h"

namespace slipway::github
{

/// A pull request with what only one question tells of all of them: whether it can be merged, and who closed it.
struct UpdatePull
{
    enum class Mergeable {
        Unknown, ///< the host is still finding out; it began with this question
        Yes,
        Conflicting
    };
    /// What stands in the way of merging. GraphQL: MergeStateStatus.
    enum class MergeState { Unknown, Behind, Blocked, Clean, Dirty, Draft, HasHooks, Unstable };
    enum class Review { NotNeeded, Required, Approved, ChangesRequested };

    PullRequest pull;
    Mergeable mergeable = Mergeable::Unknown;
    MergeState mergeState = MergeState::Unknown;
    Review review = Review::NotNeeded;
    QString closedBy = {}; ///< login of who merged or closed it

    bool operator==(const UpdatePull &) const = default;
};

/// The open pull requests from branches of this repository that begin with `prefix` ("slipway/"), and those among the
/// 100 last changed that were closed or merged since then. Newest number first. One request, unless there are over 50
/// such branches. Errors: NotFound, Forbidden, those of Api.
/// GraphQL: `Repository.refs`, `Ref.associatedPullRequests`, `Repository.pullRequests`.
[[nodiscard]] QCoro::Task<Result<QList<UpdatePull>>> listUpdatePulls(Api api, RepositoryId repository, QString prefix,
                                                                     QDateTime closedSince, std::stop_token stop);

} // namespace slipway::github
