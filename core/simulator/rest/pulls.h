// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/rest/call.h"

namespace slipway::simulator::rest
{

/// The pull request that the path names; nothing if there is none.
[[nodiscard]] PullRequest *pullOf(const Call &call);

/// Its address below api.github.com.
[[nodiscard]] QString urlOf(const Call &call, const PullRequest &pull);

} // namespace slipway::simulator::rest
