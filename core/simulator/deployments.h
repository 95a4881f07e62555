// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator
{

/// A commit's way over staging, canary-1 and production from now on, all of it well. The clock ends at the last.
void deploy(World &world, Repository &repository, const ObjectId &commit);

/// One environment: the deployment begins now.
Deployment &addDeployment(World &world, Repository &repository, const ObjectId &commit, const QString &environment);
void addStatus(World &world, Deployment &deployment, const QString &state, const QDateTime &at,
               const QString &description = {});

} // namespace slipway::simulator
