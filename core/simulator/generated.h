// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator
{

/// A world of any size: an organisation with this many services, their versions, and a deployment repository that is
/// somewhat behind them, with pull requests for some. The same seed makes the same world. It stands still.
[[nodiscard]] World generatedWorld(const QDateTime &start, int services, quint32 seed);

/// What the generated organisation and its deployment repository are called.
inline constexpr auto generatedOwner = "Harbourline";
inline constexpr auto generatedRepository = "platform-deployment";

} // namespace slipway::simulator
