// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator::demo
{

/// The deployment repository before its first commit: who may write, labels, protection, environments, old issues.
Repository &makeDeploymentRepository(World &world, const QDateTime &start);

} // namespace slipway::simulator::demo
