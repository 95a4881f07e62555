// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"
#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// Sends exactly what was previewed: a commit on exactly the previewed parent, then the branch, then the pull request.
/// A new branch appears together with its commit; one that is there is moved only from a commit that this program
/// wrote, so that nobody's push is lost. A pull request that is open on it is updated. Each step is written down before
/// it is done and may be repeated. Errors: Conflict, if the base or an image has moved since the preview, or somebody
/// else's commits are on the branch: nothing was changed then; Storage, if it cannot be written down; those of GitHub
/// and the registry; Cancelled.
[[nodiscard]] QCoro::Task<Result<Opened>> openPullRequest(ReachPointer reach, Draft draft, std::stop_token stop);

} // namespace slipway::workspace
