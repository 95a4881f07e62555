// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/reader.h"

namespace slipway::updates
{

/// The largest file that is read as Compose, `.env` or slipway.yml.
inline constexpr qint64 largestFile = 16 * 1024 * 1024;

/// Reads files of this machine; `folder` is the current one, absolute.
[[nodiscard]] compose::Reader folderReader(const QString &folder);

} // namespace slipway::updates
