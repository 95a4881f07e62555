// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/exchange.h"
#include "core/simulator/world.h"

namespace slipway::simulator
{

/// The names under which registries, their token services and their blob storage are reached.
[[nodiscard]] QStringList registryHosts();

/// Whether the request is one for a registry: by the host's name, or, at a host that is none of those, by its path.
[[nodiscard]] bool isForRegistry(const Request &request);

/// What ghcr.io, docker.io and what belongs to them answer; changes nothing. A host of any other name stands for the
/// registry that has the repository, and sends blobs itself.
/// Source: OCI distribution-spec; where ghcr.io differs from it, ghcr.io.
[[nodiscard]] Answer registryAnswer(const World &world, const Request &request);

} // namespace slipway::simulator
