// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/rest/call.h"

namespace slipway::simulator::rest
{

[[nodiscard]] QJsonArray labelsJson(const Call &call, const QStringList &names);

} // namespace slipway::simulator::rest
