// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator
{

/// The demo's world as it is at its start: PitchConnect and what it deploys. All times are offsets from that, and the
/// ids are what the bytes hash to, so that the same start makes the same world.
[[nodiscard]] World demoWorld(const QDateTime &start);

/// The start of the demo that stands still: 2026-11-24, 13:32 UTC.
[[nodiscard]] QDateTime stillStart();

/// The token of who is signed in.
inline constexpr auto demoToken = "ghp_000000000000000000000000000000demo";

} // namespace slipway::simulator
