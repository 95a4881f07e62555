// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions.h"
#include "core/workspace/reach.h"
#include "core/workspace/workspace.h"

namespace slipway::workspace
{

/// A workspace that shows what is known of it, and refreshes once it is started: every 60 s, the demo every 5 s.
/// What the last run left unfinished is taken up again with its start.
[[nodiscard]] std::unique_ptr<Workspace> open(const ReachPointer &reach, Snapshot known);

/// The actions of such a workspace, for its screens. They may outlive it, and then change nothing in it.
[[nodiscard]] Actions actionsOf(Workspace *workspace, const ReachPointer &reach);

} // namespace slipway::workspace
