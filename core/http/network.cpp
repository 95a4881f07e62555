// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/network.h"

#include "core/http/curlerror.h"

#include <QThreadPool>

namespace slipway::http
{

using namespace Qt::StringLiterals;

namespace
{

/// Its thread ends with its work: OpenSSL keeps something for each thread that is there when the program ends.
QThreadPool &loaders()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    pool.setExpiryTimeout(0);
    return pool;
}

/// Awaited: libcurl. It is loaded in another thread: that takes nearly as long as a window may stand still.
struct Loaded
{
    QObject &here;

    [[nodiscard]] static bool await_ready() { return isLibCurlLoaded(); }
    void await_suspend(std::coroutine_handle<> waiter) const
    {
        loaders().start([waiter, context = &here] {
            std::ignore = libcurl();
            QMetaObject::invokeMethod(context, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
        });
    }
    [[nodiscard]] static const LibCurl *await_resume() { return libcurl(); }
};

} // namespace

Network::Network(Settings settings)
    : m_settings(std::move(settings))
{
}

const Result<Trust> &Network::trust()
{
    if (!m_trust) {
        const auto *built = m_curl->versionInfo(CURLVERSION_NOW);
        m_trust =
            trusting(m_settings.caFiles, QString::fromLocal8Bit(built->capath), QString::fromLocal8Bit(built->cainfo));
    }
    return *m_trust;
}

Result<Route> Network::routeOf(const Request &request)
{
    Route route{.endpoint = m_settings.endpoints.value(request.url.host())};
    const auto &place = route.endpoint.isEmpty() ? request.url : route.endpoint;
    route.proxy = proxyFor(place, m_settings.proxies);
    if (place.scheme() == "https"_L1) {
        if (!trust())
            return failure(trust().error());
        route.trust = *trust();
    }
    return route;
}

QCoro::Task<Outcome> Network::send(Request request, std::stop_token stop)
{
    if (!m_curl && !stop.stop_requested())
        m_curl = co_await Loaded{m_here};
    if (stop.stop_requested())
        co_return std::unexpected(Fault{cancelled()});
    if (!m_curl)
        co_return std::unexpected(withoutCurl());
    if (!m_multi)
        m_multi.emplace(*m_curl, m_settings.gathering);
    const auto route = routeOf(request);
    if (!route)
        co_return std::unexpected(Fault{route.error()});

    Transfer transfer(*m_curl, request, *route);
    {
        const std::stop_callback abort{stop, [&] { m_multi->stop(transfer); }};
        co_await Multi::Run{*m_multi, transfer};
    }
    if (stop.stop_requested())
        co_return std::unexpected(Fault{cancelled()});
    if (auto fault = faultOf(transfer, request, !route->proxy.isEmpty()))
        co_return std::unexpected(*std::move(fault));
    co_return Response{transfer.status(), request.url, std::move(transfer.headers), std::move(transfer.body)};
}

} // namespace slipway::http
