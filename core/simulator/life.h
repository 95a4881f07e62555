// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator
{

/// Gives the demo's world, as it is at its start, a calm life of its own. All chance comes from one generator with this
/// seed, so that the same seed gives the same life.
void startLife(World &world, quint32 seed);

/// Moves the clock, and lets happen what happens by then. Does nothing else in a world that stands still.
void advance(World &world, const QDateTime &to);

} // namespace slipway::simulator
