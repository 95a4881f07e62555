// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/rest/call.h"

namespace slipway::simulator::rest
{

/// A person, machine or organisation as other answers name it; null if there is none of that login.
[[nodiscard]] QJsonValue simpleUser(const Call &call, const QString &login);

} // namespace slipway::simulator::rest
