// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/pulls.h"
#include "core/github/refs.h"
#include "core/workspace/actions/base.h"
#include "core/workspace/actions/opening.h"
#include "core/workspace/preview.h"

/// The steps of opening a pull request, each of which may be repeated; after a crash recover() takes the last ones
/// again.
namespace slipway::workspace
{

/// Where a branch stands before it is written to.
struct Standing
{
    std::optional<ObjectId> at = {}; ///< nothing: there is no such branch
    bool isOurs = true;              ///< nothing is lost if it moves from there
};

/// Asks for the branch, and whether what it holds is this program's own writing: it wrote that commit itself, or the
/// commit is what it would write for the markers of its pull request, or the branch has nothing of its own.
[[nodiscard]] QCoro::Task<Result<Standing>> askStanding(ReachPointer reach, BranchName branch, BranchName into,
                                                        std::stop_token stop);

struct MadeCommit
{
    ObjectId id;
    std::optional<BranchName> workBranch = {}; ///< made for a signed commit to stand on; it may go once ours has it
};

/// A commit with the files of a preview on its base; signed by the host where the branch wants that.
[[nodiscard]] QCoro::Task<Result<MadeCommit>> makeCommit(ReachPointer reach, Base base, Draft draft,
                                                         std::stop_token stop);

/// Brings the branch to the commit: makes it, or moves it from where it stood. What was done already is no error.
[[nodiscard]] QCoro::Task<Result<github::Guard>> bringBranch(ReachPointer reach, BranchName branch, Standing standing,
                                                             ObjectId commit, std::stop_token stop);

/// Whether an answer got lost, which does not say whether the host did it.
[[nodiscard]] bool mayBeDone(const Error &error);

} // namespace slipway::workspace
