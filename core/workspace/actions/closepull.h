// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// Closes a pull request without merging it; one that is closed stays so. Its branch stays: what somebody pushed there
/// is not lost. Errors: InvalidInput, if it was merged; Storage; those of GitHub; Cancelled.
[[nodiscard]] QCoro::Task<Result<>> closePullRequest(ReachPointer reach, int number, std::stop_token stop);

} // namespace slipway::workspace
