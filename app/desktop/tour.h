// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::desktop
{

/// Paints the demo's screens in their states into a folder, as SCREEN-STATE-{light,dark}[-SIZE].png, each once its
/// scene says that it is settled. Returns the exit status.
[[nodiscard]] int paintTour(const QString &folder);

} // namespace slipway::desktop
