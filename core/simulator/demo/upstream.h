// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator::demo
{

/// The images of docker.io, one of which is behind a limit for a while.
void addUpstreams(World &world, const QDateTime &start);

/// A signature beside fogis-api-client-python 1.5.0, under the fallback tag of its digest.
void addSignature(World &world);

} // namespace slipway::simulator::demo
