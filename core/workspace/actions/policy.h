// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions.h"
#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// What proposing that change of `.github/slipway.yml` would send, made for the branch as it stands now. A pull request
/// that is open for other changes of the policy keeps them: they are made again on today's file.
/// Errors: InvalidInput, if the file says so already, or has to be edited by hand; those of GitHub; Cancelled.
[[nodiscard]] QCoro::Task<Result<Draft>> draftPolicy(ReachPointer reach, PolicyChange change, std::stop_token stop);

} // namespace slipway::workspace
