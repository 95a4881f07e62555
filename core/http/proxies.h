// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QStringList>
#include <QUrl>

class QProcessEnvironment;

namespace slipway::http
{

/// Through which proxy a request goes, as the environment says it.
struct Proxies
{
    QUrl http = {};          ///< HTTP_PROXY
    QUrl https = {};         ///< HTTPS_PROXY
    QStringList direct = {}; ///< NO_PROXY: names with their subdomains, HOST:PORT, addresses, CIDR blocks, "*"
};

/// HTTPS_PROXY, HTTP_PROXY and NO_PROXY; the lower-case name wins.
[[nodiscard]] Proxies proxiesOf(const QProcessEnvironment &environment);

/// The proxy for that URL, or QNetworkProxy::NoProxy.
[[nodiscard]] QNetworkProxy proxyFor(const QUrl &url, const Proxies &proxies);

} // namespace slipway::http
