// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <optional>

namespace slipway::look
{

/// What decides how everything is painted.
struct Appearance
{
    bool isDark = false;
    bool moreContrast = false;
    bool reducedMotion = false;        ///< the person wants it, or the system
    bool isCompact = false;            ///< rows of one line
    double textFactor = 1.0;           ///< on top of the system's size, 0.8 to 2.0
    std::optional<QColor> accent = {}; ///< the system's, if the person wants that one

    bool operator==(const Appearance &) const = default;
};

} // namespace slipway::look
