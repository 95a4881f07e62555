// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace slipway
{

/// "15:10", or "2 Dec, 15:10" where that is not today; in the person's own time and language.
[[nodiscard]] QString momentInWords(const QDateTime &moment, const QDateTime &now);

} // namespace slipway
