// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/origin.h"

#include "core/http/text.h"

#include <QHostAddress>

#include <algorithm>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

bool holdsUnsafeCharacter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c == u'\\' || c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

} // namespace

Origin::Origin(QString scheme, QString host, int port)
    : m_scheme(std::move(scheme))
    , m_host(std::move(host))
    , m_port(port)
{
}

Result<Origin> Origin::of(const QUrl &url)
{
    if (const QString why = urlObjection(url); !why.isEmpty())
        return failure({Error::Kind::InvalidInput, why});
    return Origin{url.scheme(), url.host(QUrl::FullyEncoded), effectivePort(url)};
}

QString Origin::authority() const
{
    const QString host = m_host.contains(u':') ? u"[%1]"_s.arg(m_host) : m_host;
    const bool usual = m_port == (m_scheme == "https"_L1 ? 443 : 80);
    return usual ? host : u"%1:%2"_s.arg(host).arg(m_port);
}

bool Origin::isLoopback() const
{
    return m_host == "localhost"_L1 || QHostAddress(m_host).isLoopback();
}

Result<QUrl> parseUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (holdsUnsafeCharacter(text) || !url.isValid())
        return failure({Error::Kind::InvalidInput, Text::tr("A URL that cannot be read was given.")});
    if (const QString why = urlObjection(url); !why.isEmpty())
        return failure({Error::Kind::InvalidInput, why});
    return url;
}

QString urlObjection(const QUrl &url)
{
    if (!url.isValid() || url.host(QUrl::FullyEncoded).isEmpty())
        return Text::tr("A URL names no host.");
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return Text::tr("A URL is neither https nor http.");
    if (!url.userInfo().isEmpty())
        return Text::tr("A URL holds a user name or password.");
    if (holdsUnsafeCharacter(url.path(QUrl::FullyDecoded)))
        return Text::tr("A URL holds a control character or a backslash.");
    return {};
}

QString printable(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
}

} // namespace slipway::http
