// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace slipway::files
{

/// The bytes of a file; symbolic links are followed. Never waits for a pipe or a device.
/// Errors: NotFound; InvalidInput if it has more than `limit` bytes; Storage if it is no file or cannot be read.
[[nodiscard]] Result<QByteArray> read(const QString &path, qint64 limit);

} // namespace slipway::files
