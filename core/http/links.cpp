// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/links.h"

#include "core/http/origin.h"
#include "core/http/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::http
{

namespace
{

constexpr qsizetype longestHeader = 8192;

struct Link
{
    QByteArrayView target;
    QByteArrayView parameters;
};

/// Cuts the first link off the front of a header; nothing when none is left or the rest is not one.
std::optional<Link> takeLink(QByteArrayView &rest)
{
    const auto open = rest.indexOf('<');
    const auto close = rest.indexOf('>');
    if (open < 0 || close < open)
        return std::nullopt;
    const auto target = rest.sliced(open + 1, close - open - 1);
    const auto behind = rest.sliced(close + 1);
    bool quoted = false;
    const auto end = std::ranges::find_if(behind, [&quoted](char c) {
        quoted = quoted != (c == '"');
        return c == ',' && !quoted;
    });
    const auto parameters = behind.first(end - behind.begin());
    rest = behind.sliced(parameters.size());
    return Link{target, parameters};
}

bool isNext(QByteArrayView parameters)
{
    return std::ranges::any_of(parameters.toByteArray().split(';'), [](const QByteArray &parameter) {
        const auto equals = parameter.indexOf('=');
        if (equals < 0 || parameter.first(equals).trimmed().toLower() != "rel")
            return false;
        const auto relations = parameter.sliced(equals + 1).replace('"', ' ').toLower().simplified().split(' ');
        return relations.contains("next");
    });
}

std::unexpected<Error> badLink(const QString &message, const QUrl &asked)
{
    return failure({Error::Kind::Protocol, message, {}, printable(asked)});
}

Result<QUrl> onOwnOrigin(QByteArrayView target, const QUrl &asked)
{
    const auto link = QUrl::fromEncoded(target, QUrl::StrictMode);
    const auto page = asked.resolved(link);
    if (target.isEmpty() || !link.isValid() || !urlObjection(page).isEmpty())
        return badLink(Text::tr("The link to the next page is not a URL."), asked);
    if (page.host() != asked.host())
        return badLink(Text::tr("The link to the next page leads to another host, %1.").arg(page.host()), asked);
    QUrl own = asked;
    own.setPath(page.path(QUrl::FullyEncoded), QUrl::StrictMode);
    own.setQuery(page.query(QUrl::FullyEncoded), QUrl::StrictMode);
    return own;
}

} // namespace

Result<std::optional<QUrl>> nextPage(const QByteArrayList &linkHeaders, const QUrl &asked)
{
    for (const auto &header : linkHeaders) {
        auto rest = QByteArrayView{header}.first(std::min(header.size(), longestHeader));
        while (const auto link = takeLink(rest)) {
            if (isNext(link->parameters))
                return onOwnOrigin(link->target, asked);
        }
    }
    return std::nullopt;
}

} // namespace slipway::http
