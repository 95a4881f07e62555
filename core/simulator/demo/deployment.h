// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator::demo
{

/// The deployment repository: its files and settings, the history of main, its pull requests and deployments. What the
/// services and docker.io published must be there.
void addDeploymentRepository(World &world, const QDateTime &start);

/// A commit's way over the environments, all of it well.
void addDeployments(World &world, Repository &repository, const ObjectId &commit);

/// One environment: the deployment begins now.
Deployment &addDeployment(World &world, Repository &repository, const ObjectId &commit, const QString &environment);
void addStatus(World &world, Deployment &deployment, const QString &state, const QDateTime &at,
               const QString &description = {});

/// An approval of what the pull request's head is, now.
void approve(World &world, PullRequest &pull, const QString &login, const QString &text);

} // namespace slipway::simulator::demo
