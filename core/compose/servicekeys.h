// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/lookup.h"

namespace slipway::compose
{

/// The keys of a service that say something about images: all values of `image`, the one that counts of the others.
struct ServiceKeys
{
    QList<Found> images;
    Found build;
    Found platform;
    Found pullPolicy;
    Found hooks;
    Found volumes;
};
[[nodiscard]] ServiceKeys serviceKeys(const yaml::Stream &stream, Found body);

} // namespace slipway::compose
