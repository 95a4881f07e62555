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

} // namespace slipway::workspace
