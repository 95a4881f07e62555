// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/table.h"
#include "core/updates/plan.h"

namespace slipway::ctl
{

/// What a plan says, one row a reference: state, service, running, newest, why. A heading for each file where there
/// are several.
[[nodiscard]] Table planTable(const updates::Plan &plan, const Terminal &terminal);

/// The image references of a project, one row each: place, service, image, how it is written.
[[nodiscard]] Table imagesTable(const updates::Plan &plan, const Terminal &terminal);

/// The numbers of all outcomes that there are, as a line: "2 updates, 4 current, 1 refused".
[[nodiscard]] QString summary(const updates::Plan &plan, const Terminal &terminal);

} // namespace slipway::ctl
