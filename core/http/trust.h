// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QStringList>

namespace slipway::http
{

/// Loads the system's authorities in a thread of its own (some 45 ms for Debian's), so that the first https request
/// finds them ready.
void warmUp();

/// Errors: InvalidInput (the file cannot be read or holds no certificate).
[[nodiscard]] Result<QList<QSslCertificate>> certificatesIn(const QString &pemFile);

/// TLS settings that trust the system's authorities and those in the given PEM files.
/// Errors: those of certificatesIn().
[[nodiscard]] Result<QSslConfiguration> trusting(const QStringList &caFiles);

} // namespace slipway::http
