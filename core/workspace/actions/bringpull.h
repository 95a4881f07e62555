// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions/opening.h"
#include "core/workspace/preview.h"
#include "core/workspace/reach.h"

/// The last step of opening a pull request, which may be repeated, also after a crash: the branch is there by then.
namespace slipway::workspace
{

/// Whether the branch has the open pull request that the opening was made for, with the words that were read then, or
/// with those that it shall have. Errors: Conflict, if it is another one, gone, or somebody wrote into it meanwhile.
[[nodiscard]] QCoro::Task<Result<>> checkPull(ReachPointer reach, Opening opening, std::stop_token stop);

/// Finds the open pull request of the branch and gives it title, text and labels, or opens one. Errors: Conflict, if
/// somebody wrote into it meanwhile; its words are left then.
[[nodiscard]] QCoro::Task<Result<Opened>> bringPullRequest(ReachPointer reach, Opening opening, std::stop_token stop);

} // namespace slipway::workspace
