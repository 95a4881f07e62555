// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/endpoint.h"

#include "core/http/hostguard.h"

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

/// The host that answers for a registry's name; Docker Hub's is another than the one it is known by.
QString askedHost(const QString &registry)
{
    return registry == "docker.io"_L1 ? u"registry-1.docker.io"_s : registry;
}

} // namespace

Endpoint endpointOf(const QString &registry, const QStringList &insecureHosts)
{
    const auto host = askedHost(registry);
    const QUrl plain{u"http://"_s + host, QUrl::StrictMode};
    const auto origin = http::Origin::of(plain);
    if (origin && http::isInsecure(*origin, insecureHosts))
        return {registry, plain, true};
    return {registry, QUrl{u"https://"_s + host, QUrl::StrictMode}};
}

bool carriesCredentials(const QUrl &url)
{
    const auto origin = http::Origin::of(url);
    return origin && http::mayCarry(*origin, *origin);
}

} // namespace slipway::registry
