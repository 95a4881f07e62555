// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/updatepulls.h"
#include "core/updates/repository.h"
#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// Where the branch of the workspace stands now, with its files.
struct Base
{
    BranchName branch;
    github::Commit commit;
    updates::RepositoryFilesPointer files;
};

/// Asks for the branch, and for its files where they are not known yet. Errors: those of GitHub.
[[nodiscard]] QCoro::Task<Result<Base>> askBase(ReachPointer reach, std::stop_token stop);

/// The pull requests of ours, as workspace and as GitHub have them: open ones, and those that ended lately.
[[nodiscard]] QCoro::Task<Result<QList<github::UpdatePull>>> askOurPulls(ReachPointer reach, std::stop_token stop);

/// Why nothing can be drafted for that branch: its open pull request goes elsewhere, where a push would show too.
[[nodiscard]] std::optional<Error> goesElsewhere(const QList<github::UpdatePull> &pulls, const BranchName &branch,
                                                 const BranchName &into);

} // namespace slipway::workspace
