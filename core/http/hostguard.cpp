// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/hostguard.h"

#include "core/http/text.h"

#include <algorithm>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

Error invalid(const Request &request, const QString &message, const QString &remedy = {})
{
    return {Error::Kind::InvalidInput, message, remedy, printable(request.url)};
}

QCoro::Task<Outcome> refused(Error error)
{
    co_return std::unexpected(Fault{std::move(error)});
}

bool holdsControlCharacter(QByteArrayView text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool isReserved(QByteArrayView name)
{
    constexpr std::array reserved{"authorization"_L1, "cookie"_L1, "host"_L1, "proxy-authorization"_L1};
    return std::ranges::any_of(reserved, [&](QLatin1StringView one) {
        return one.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool isInsecure(const Origin &origin, const QStringList &insecureHosts)
{
    if (insecureHosts.contains(origin.authority())) // as it is mostly written; to take URLs apart costs more
        return true;
    return std::ranges::any_of(insecureHosts, [&](const QString &named) {
        const QUrl url(u"http://"_s + named, QUrl::StrictMode);
        return url.host(QUrl::FullyEncoded) == origin.host() && (url.port() == -1 || url.port() == origin.port());
    });
}

bool mayCarry(const Origin &owner, const Origin &target)
{
    return owner == target && (target.scheme() == "https"_L1 || target.isLoopback());
}

std::optional<Error> objection(const Request &request, const QStringList &insecureHosts)
{
    const auto origin = Origin::of(request.url);
    if (!origin)
        return origin.error();
    if (origin->scheme() != "https"_L1 && !request.mayBePlain && !isInsecure(*origin, insecureHosts))
        return invalid(request, Text::tr("%1 is not asked without encryption.").arg(origin->authority()),
                       Text::tr("If that is meant, name the host as an insecure registry."));
    if (holdsControlCharacter(request.method))
        return invalid(request, Text::tr("A request's method holds a control character."));
    for (qsizetype i = 0; i < request.headers.size(); ++i) {
        if (isReserved(request.headers.nameAt(i)) || holdsControlCharacter(request.headers.valueAt(i)))
            return invalid(request,
                           Text::tr("A request to %1 has a header that is not allowed.").arg(origin->authority()));
    }
    return {};
}

HostGuard::HostGuard(Transport &next, QStringList insecureHosts)
    : m_next(next)
    , m_insecureHosts(std::move(insecureHosts))
{
}

QCoro::Task<Outcome> HostGuard::send(Request request, std::stop_token stop)
{
    if (auto error = objection(request, m_insecureHosts))
        return refused(*std::move(error));
    if (request.credential && mayCarry(request.credential->origin(), *Origin::of(request.url)))
        request.headers.append(QHttpHeaders::WellKnownHeader::Authorization, request.credential->m_authorization);
    return m_next.send(std::move(request), std::move(stop));
}

} // namespace slipway::http
