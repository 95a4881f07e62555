// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace slipway::look
{

/// The sixteen colours of terminals on logBase: black red green yellow blue magenta cyan white, then the bright ones.
[[nodiscard]] QColor ansiColor(int number);

/// Any other colour of a log, moved in lightness until it can be read on logBase.
[[nodiscard]] QColor ansiColor(const QColor &asked);

/// A ground of a log: a quarter of the colour over logBase.
[[nodiscard]] QColor ansiGround(const QColor &asked);

} // namespace slipway::look
