// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator::demo
{

/// The deployment repository: its files and settings, the history of main, its pull requests and deployments. What the
/// services and docker.io published must be there.
void addDeploymentRepository(World &world, const QDateTime &start);

} // namespace slipway::simulator::demo
