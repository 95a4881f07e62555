// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"
#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// What a pull request changes: exactly its head against the commit at which it left the branch that it goes into.
/// Errors: NotFound, InvalidInput (it changes too much to be shown here), those of GitHub; Cancelled.
[[nodiscard]] QCoro::Task<Result<Preview>> reviewPullRequest(ReachPointer reach, int number, std::stop_token stop);

} // namespace slipway::workspace
