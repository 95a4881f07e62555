// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/redirect.h"

#include "core/http/text.h"

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostHops = 5;

std::unexpected<Error> refused(const Request &request, const QString &message)
{
    return failure({
        .kind = Error::Kind::Protocol,
        .message = message.arg(request.url.host()),
        .details = printable(request.url),
    });
}

QHttpHeaders onlyAccept(const QHttpHeaders &headers)
{
    QHttpHeaders kept;
    for (const auto name : {QHttpHeaders::WellKnownHeader::Accept, QHttpHeaders::WellKnownHeader::AcceptEncoding})
        if (headers.contains(name))
            kept.append(name, headers.combinedValue(name));
    return kept;
}

} // namespace

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Result<Request> nextHop(Request request, const Response &answer)
{
    if (request.redirects == Redirects::Refuse)
        return refused(request, Text::tr("%1 sends the request elsewhere, which is not allowed here."));

    const auto location = QString::fromUtf8(answer.headers.value(QHttpHeaders::WellKnownHeader::Location));
    const QUrl relative(location, QUrl::StrictMode);
    const QUrl target = request.url.resolved(relative);
    const auto here = Origin::of(request.url);
    const auto there = Origin::of(target);
    if (location.isEmpty() || !relative.isValid() || !here || !there)
        return refused(request, Text::tr("%1 sends the request to an address that cannot be used."));

    const bool safe = request.method == "GET" || request.method == "HEAD";
    const bool sameRequest = answer.status == 307 || answer.status == 308;
    if (!safe && !(sameRequest && *here == *there))
        return refused(request, Text::tr("%1 sends a request that changes something elsewhere; it is not sent again."));
    if (here->scheme() == "https"_L1 && there->scheme() != "https"_L1)
        return refused(request, Text::tr("%1 sends the request to an address without encryption."));

    if (*here != *there) {
        request.credential = {};
        request.mayBePlain = false;
        request.headers = onlyAccept(request.headers);
    }
    request.url = target.adjusted(QUrl::RemoveFragment);
    return request;
}

FollowRedirects::FollowRedirects(Transport &next)
    : m_next(next)
{
}

QCoro::Task<Outcome> FollowRedirects::send(Request request, std::stop_token stop)
{
    for (int hops = 0;; ++hops) {
        auto outcome = co_await m_next.send(request, stop);
        if (!outcome || !isRedirect(outcome->status))
            co_return outcome;
        if (hops == mostHops)
            co_return std::unexpected(Fault{refused(request, Text::tr("%1 sends the request on and on.")).error()});
        auto next = nextHop(std::move(request), *outcome);
        if (!next)
            co_return std::unexpected(Fault{std::move(next).error()});
        request = *std::move(next);
    }
}

} // namespace slipway::http
