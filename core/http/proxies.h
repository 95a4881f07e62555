// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>
#include <QUrl>

class QProcessEnvironment;

namespace slipway::http
{

/// Through which proxies requests go, as the environment says it.
struct Proxies
{
    QUrl http = {};          ///< for http URLs; http or socks5, empty for none
    QUrl https = {};         ///< for https URLs
    QStringList direct = {}; ///< "*", names (with their subdomains), HOST:PORT, addresses, CIDR blocks
};

/// HTTP_PROXY, HTTPS_PROXY and NO_PROXY; the lower-case name wins.
/// Errors: InvalidInput names the variable that cannot be used.
[[nodiscard]] Result<Proxies> proxiesOf(const QProcessEnvironment &environment);

/// The proxy for that URL; an empty URL for none: always so for this machine itself.
[[nodiscard]] QUrl proxyFor(const QUrl &url, const Proxies &proxies);

} // namespace slipway::http
