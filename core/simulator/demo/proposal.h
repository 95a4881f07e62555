// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/demo/references.h"

namespace slipway::simulator::demo
{

/// The deployment repository.
[[nodiscard]] Repository &deploymentRepository(World &world);

/// "slipway/image/calendar-sync".
[[nodiscard]] QString updateBranch(const QString &service);

/// Opens a pull request now that sets the service's references on main to this one.
PullRequest &proposeUpdate(World &world, const QString &service, const QString &reference, const QString &login);

/// Writes the branch of an open pull request anew, on main as it is now, with its title and text.
void renewUpdate(World &world, PullRequest &pull, const QString &service, const QString &reference);

} // namespace slipway::simulator::demo
