// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/build.h"

namespace slipway::simulator::demo
{

/// The organisation as its account is written.
inline constexpr auto organization = "PitchConnect";

/// The images of one of its services.
[[nodiscard]] ImageRepository &serviceImages(World &world, const QString &service);

/// The six services, with their repositories and images.
void addServices(World &world, const QDateTime &start);

} // namespace slipway::simulator::demo
