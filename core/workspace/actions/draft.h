// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"
#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// What updating these services would send, made for the branch as it stands now. One service has a branch of its own;
/// several share one, and those that have an open pull request are left out: they are updated there. A pull request
/// that is open on the branch keeps what it brings. Errors: InvalidInput, if nothing can be updated, with why; those of
/// GitHub; Cancelled.
[[nodiscard]] QCoro::Task<Result<Draft>> draftUpdate(ReachPointer reach, QList<RowKey> services, std::stop_token stop);

} // namespace slipway::workspace
