// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "core/updates/run.h"
#include "core/workspace/reach.h"

namespace slipway::ctl
{

/// The repository of --repo at the commit that its REF names.
struct Remote
{
    workspace::ReachPointer reach;
    updates::PlanBase base;
    updates::Scope scope;
};

/// Reaches it and reads its files. Errors: InvalidInput and Storage, about options; those of GitHub.
[[nodiscard]] QCoro::Task<Result<Remote>> remoteOf(Context context, Options options);

/// Sends the updates of a plan: a pull request for each service, or one for all. The plan then names them, and what
/// could not be sent is a problem.
[[nodiscard]] QCoro::Task<updates::Plan> sent(Context context, Options options, Remote remote, updates::Plan plan);

} // namespace slipway::ctl
