// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/registry/endpoint.h"

#include <QHostAddress>
#include <QList>
#include <QUrl>

namespace slipway::registry
{

/// A registry's tokens may come from that host (`--trust-realm REGISTRY=HOST`), and credentials may go there.
struct TrustedRealm
{
    QString registry; ///< as in references: "docker.io"
    QString host;     ///< HOST or HOST:PORT

    bool operator==(const TrustedRealm &) const = default;
};

/// The realm of a challenge as a URL that may be asked for an anonymous token, as far as its text tells; mayReach()
/// tells the rest. Errors: Protocol, for what is no URL, has a user name, or is http where the registry is not.
[[nodiscard]] Result<QUrl> realmUrl(const QString &realm, const Endpoint &registry);

/// Whether a realm with these addresses may be asked: loopback, link-local and private ones only if the registry's
/// own address is as near. All of them are judged, since it is not known which will be used.
[[nodiscard]] bool mayReach(const QList<QHostAddress> &realm, const QList<QHostAddress> &registry);

/// Whether the registry's credentials may go to its realm: its own host on any port, a pair that is known to belong
/// together, or a host that the person named.
[[nodiscard]] bool mayHaveCredentials(const QUrl &realm, const Endpoint &registry, const QList<TrustedRealm> &trusted);

} // namespace slipway::registry
