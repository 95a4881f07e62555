// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/keys.h"
#include "core/config/policy.h"

namespace slipway::config
{

/// A policy's mapping laid over `base`, key by key; lists replace. An inherited `match` and `order` are dropped where
/// `follow` is not `regex`. `what` is how problems name the mapping.
[[nodiscard]] Policy readPolicy(Reading &reading, yaml::NodeId mapping, const Policy &base, const QString &what);

/// The platforms of a list; what is none is complained of.
[[nodiscard]] QList<Platform> platformsOf(Reading &reading, const Entry &entry);

} // namespace slipway::config
