// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/endpoint.h"

#include "core/http/origin.h"

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
    const QUrl secure{u"https://"_s + askedHost(registry), QUrl::StrictMode};
    const auto names = [&](const QString &named) {
        return named.compare(registry, Qt::CaseInsensitive) == 0 ||
               named.compare(secure.host(), Qt::CaseInsensitive) == 0;
    };
    if (!std::ranges::any_of(insecureHosts, names))
        return {registry, secure};
    return {registry, QUrl{u"http://"_s + askedHost(registry), QUrl::StrictMode}, true};
}

bool carriesCredentials(const QUrl &url)
{
    const auto origin = http::Origin::of(url);
    return origin && (origin->scheme() == "https"_L1 || origin->isLoopback());
}

} // namespace slipway::registry
