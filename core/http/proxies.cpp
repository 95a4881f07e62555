// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/proxies.h"

#include "core/http/text.h"

#include <QHostAddress>
#include <QProcessEnvironment>

#include <algorithm>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

QString valueOf(const QProcessEnvironment &environment, const QString &name)
{
    const QString lower = environment.value(name.toLower());
    return lower.isEmpty() ? environment.value(name) : lower;
}

Result<QUrl> proxyUrl(const QProcessEnvironment &environment, const QString &name)
{
    const QString text = valueOf(environment, name);
    if (text.isEmpty())
        return QUrl{};
    const QUrl url(text.contains("://"_L1) ? text : u"http://"_s + text, QUrl::StrictMode);
    const bool usable = url.scheme() == "http"_L1 || url.scheme() == "socks5"_L1 || url.scheme() == "socks5h"_L1;
    if (!usable || url.host().isEmpty())
        return failure({
            .kind = Error::Kind::InvalidInput,
            .message = Text::tr("%1 names no http or socks5 proxy.").arg(name),
            .remedy = Text::tr("It looks like this: http://proxy.example:3128"),
        });
    return url;
}

bool isWithin(const QHostAddress &address, const QString &rule)
{
    if (address.isNull() || !rule.contains(u'/'))
        return !address.isNull() && address == QHostAddress(rule);
    const auto block = QHostAddress::parseSubnet(rule);
    return block.second >= 0 && address.isInSubnet(block);
}

/// Whether a NO_PROXY rule names that place.
bool names(QString rule, const QString &host, int port)
{
    if (rule == "*"_L1 || isWithin(QHostAddress(host), rule))
        return true;
    const QUrl url(u"http://"_s + (rule.startsWith(u'.') ? rule.sliced(1) : rule));
    const QString name = url.host(QUrl::FullyEncoded);
    if (name.isEmpty() || (url.port() != -1 && url.port() != port))
        return false;
    return host == name || host.endsWith(u'.' + name);
}

} // namespace

Result<Proxies> proxiesOf(const QProcessEnvironment &environment)
{
    auto http = proxyUrl(environment, u"HTTP_PROXY"_s);
    if (!http)
        return failure(std::move(http).error());
    auto https = proxyUrl(environment, u"HTTPS_PROXY"_s);
    if (!https)
        return failure(std::move(https).error());

    Proxies proxies{.http = *http, .https = *https};
    const auto rules = valueOf(environment, u"NO_PROXY"_s).split(u',', Qt::SkipEmptyParts);
    for (const auto &rule : rules)
        proxies.direct.append(rule.trimmed());
    return proxies;
}

QUrl proxyFor(const QUrl &url, const Proxies &proxies)
{
    if (proxies.http.isEmpty() && proxies.https.isEmpty())
        return {};
    const bool encrypted = url.scheme() == "https"_L1;
    const QString host = url.host(QUrl::FullyEncoded);
    const int port = url.port(encrypted ? 443 : 80);
    const bool here = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    const auto isNamed = [&](const QString &rule) { return names(rule, host, port); };
    if (here || std::ranges::any_of(proxies.direct, isNamed))
        return {};

    QUrl proxy = encrypted ? proxies.https : proxies.http;
    const bool socks = proxy.scheme().startsWith("socks5"_L1);
    if (socks)
        proxy.setScheme(u"socks5h"_s); // the proxy looks the name up
    if (!proxy.isEmpty())
        proxy.setPort(proxy.port(socks ? 1080 : 80));
    return proxy;
}

} // namespace slipway::http
