// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/reach.h"
#include "core/workspace/workspace.h"

namespace slipway::workspace
{

/// Asks GitHub and the registries, as Refresh says. First the branch; its tree only where it moved; then, at once, the
/// pull requests with their checks, the deployments, and the registries. As soon as the compose files are read, their
/// rows are there, in state Checking where nothing is known of them. What is new is kept in the store.
[[nodiscard]] QCoro::Task<Snapshot> refresh(ReachPointer reach, Snapshot known, std::optional<RowKey> only,
                                            Report report, std::stop_token stop);

/// What the store knows of a workspace from the last run; else its name alone.
[[nodiscard]] Snapshot stored(const Connection &connection, const store::StateFile &state);

} // namespace slipway::workspace
