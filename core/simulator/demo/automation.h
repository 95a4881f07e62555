// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator::demo
{

/// Publishes the version of the event now.
void publishVersion(World &world, const Event &event);

/// The patch release of the service that has been longest without one.
[[nodiscard]] Event nextPatch(const World &world);

/// What auto-update-images.yml does about a new version: opens a pull request, or moves its own to the version; leaves
/// alone what is above the policy, lacks a platform, or has a branch that a person has moved. The new head, if any.
std::optional<ObjectId> automate(World &world, const Event &event);

/// The open pull request with this head; nothing if there is none.
[[nodiscard]] PullRequest *openPullOf(Repository &repository, const ObjectId &head);

} // namespace slipway::simulator::demo
