// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/host.h"

#include "core/github/text.h"
#include "core/http/origin.h"

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

constexpr auto enterprisePath = "/api/v3"_L1;

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url = base;
    url.setPath(path);
    return url;
}

/// api.github.com and api.SUB.ghe.com serve both APIs at their root; what stands in for them does so too.
Host cloud(const QString &name, const QUrl &rest)
{
    return {.name = name, .rest = rest, .graphql = below(rest, rest.path() + u"/graphql"_s)};
}

/// GHES up to 3.20 knows no other version than 2022-11-28.
Host enterprise(const QUrl &origin, const QString &prefix)
{
    return {
        .name = http::Origin::of(origin)->authority(),
        .rest = below(origin, prefix + enterprisePath),
        .graphql = below(origin, prefix + u"/api/graphql"_s),
        .isEnterprise = true,
        .version = Host::Version::V2022_11_28,
    };
}

bool hasOwnApiHost(const QString &name)
{
    return name == "github.com"_L1 || name.endsWith(".ghe.com"_L1);
}

} // namespace

Result<Host> hostNamed(QStringView name)
{
    const auto origin = QUrl{u"https://"_s + name, QUrl::StrictMode};
    const bool isHostAlone = http::urlObjection(origin).isEmpty() && origin.path().isEmpty() && !origin.hasQuery() &&
                             !origin.hasFragment() && !name.contains(u'@');
    if (!isHostAlone)
        return failure({Error::Kind::InvalidInput, Text::tr("“%1” is not the name of a host.").arg(name.left(200)),
                        Text::tr("Write github.com, or your server's name alone.")});
    const auto host = origin.host();
    if (hasOwnApiHost(host))
        return cloud(host, QUrl{u"https://api."_s + host});
    return enterprise(origin, {});
}

Result<Host> hostAt(const QString &apiUrl)
{
    auto url = http::parseUrl(apiUrl);
    if (!url)
        return failure(std::move(url).error());
    auto path = url->path();
    while (path.endsWith(u'/'))
        path.chop(1);
    const auto base = below(url->adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment), path);

    if (path.endsWith(enterprisePath))
        return enterprise(base, path.chopped(enterprisePath.size()));
    const auto host = base.host();
    const auto outer = host.startsWith("api."_L1) ? host.sliced(4) : QString{};
    return cloud(hasOwnApiHost(outer) ? outer : http::Origin::of(base)->authority(), base);
}

QByteArray text(Host::Version version)
{
    return version == Host::Version::V2022_11_28 ? "2022-11-28"_ba : "2026-03-10"_ba;
}

} // namespace slipway::github
