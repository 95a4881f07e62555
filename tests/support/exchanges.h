// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/exchange.h"

namespace slipway::simulator
{
class Simulator;
}

namespace slipway::test
{

/// Keeps an exchange with GitHub's API for contract/exchanges.mjs, which holds it against GitHub's own description: in
/// a file of this program, in the folder that SLIPWAY_EXCHANGES names. Without that, nothing is kept.
void record(const simulator::Request &request, const simulator::Answer &answer);

/// Keeps all that is said to a simulator and done by it.
void recordExchanges(simulator::Simulator &simulator);

} // namespace slipway::test
