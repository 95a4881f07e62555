// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator::demo
{

/// The organisation, its people and machines, and the token of who is signed in.
void addPeople(World &world);

} // namespace slipway::simulator::demo
