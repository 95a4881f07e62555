// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/links.h"

#include "ui/words/text.h"

#include <QDesktopServices>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::words
{

namespace
{

bool isPlainHttps(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty();
}

QUrl parsed(const QString &link)
{
    return QUrl(link, QUrl::StrictMode);
}

} // namespace

LinkVerdict judge(const QString &link, const LinkRules &rules)
{
    const auto url = parsed(link);
    if (!isPlainHttps(url))
        return LinkVerdict::Refuse;
    if (rules.isDemo)
        return LinkVerdict::Demo;
    const auto host = hostOf(link);
    const bool isKnown = std::ranges::any_of(
        rules.knownHosts, [&](const QString &known) { return host.compare(known, Qt::CaseInsensitive) == 0; });
    return isKnown && url.port(443) == 443 ? LinkVerdict::Open : LinkVerdict::Ask;
}

QString hostOf(const QString &link)
{
    const auto url = parsed(link);
    const auto host = url.host(QUrl::EncodeUnicode);
    return url.port() < 0 ? host : u"%1:%2"_s.arg(host).arg(url.port());
}

bool openInBrowser(const QString &link)
{
    const auto url = parsed(link);
    return isPlainHttps(url) && QDesktopServices::openUrl(url);
}

QString demoHasNoPage()
{
    return Text::tr("The demo has no web page for this.");
}

} // namespace slipway::words
