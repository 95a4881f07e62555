// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/policy.h"

namespace slipway::images
{

/// "Minor, pinned by digest".
[[nodiscard]] QString policyInWords(const config::Policy &policy);

/// What ends a hold, behind "until": "1 Dec 2026", "3.0.0 is out"; empty if nothing does.
[[nodiscard]] QString limitOf(const config::Hold &hold);

/// "7 days", "12 hours".
[[nodiscard]] QString span(std::chrono::hours hours);

} // namespace slipway::images
