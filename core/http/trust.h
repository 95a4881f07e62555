// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSslConfiguration>
#include <QStringList>

namespace slipway::http
{

/// TLS settings that trust the system's authorities and those in the given PEM files.
/// Errors: InvalidInput names the file that cannot be read or holds no certificate.
[[nodiscard]] Result<QSslConfiguration> trusting(const QStringList &caFiles);

} // namespace slipway::http
