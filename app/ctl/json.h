// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/plan.h"

#include <QByteArray>

namespace slipway::ctl
{

/// The document of the JSON contract, section 2, with a newline: keys in the contract's order, those that do not
/// apply left out. `command` is "images", "plan" or "apply". Nothing in it can move a terminal's cursor.
[[nodiscard]] QByteArray toJson(const QString &command, const updates::Plan &plan);

} // namespace slipway::ctl
