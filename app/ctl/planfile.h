// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/plan.h"

#include <QByteArray>

namespace slipway::ctl
{

/// Reads a plan back from the document that `plan --json` printed. Strict: everything that it must have is there.
/// Errors: InvalidInput, with the field that is wrong. Source: the JSON contract, section 2.
[[nodiscard]] Result<updates::Plan> readPlan(const QByteArray &text);

} // namespace slipway::ctl
