// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace slipway::registry
{

/// Where a registry of image references is asked.
struct Endpoint
{
    QString registry;      ///< as in references: "docker.io", "localhost:5000"
    QUrl base;             ///< "https://registry-1.docker.io"
    bool insecure = false; ///< plain http, because the person named it so

    bool operator==(const Endpoint &) const = default;
};

/// Over https, unless the person named this host (on any port, or on this one) as insecure.
[[nodiscard]] Endpoint endpointOf(const QString &registry, const QStringList &insecureHosts);

/// Whether credentials may be sent there at all: plain http only carries them to this machine itself.
[[nodiscard]] bool carriesCredentials(const QUrl &url);

} // namespace slipway::registry
