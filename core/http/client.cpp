// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/client.h"

#include "core/http/conditional.h"
#include "core/http/courtesy.h"
#include "core/http/hostguard.h"
#include "core/http/network.h"
#include "core/http/redirect.h"
#include "core/http/requestlog.h"

namespace slipway::http
{

void warmUp()
{
    std::ignore = libcurl();
}

/// From the wire up; a request goes through them from the last to the first.
struct Client::Stages
{
    Stages(const Settings &settings, Clock &clock, Cache *cache, RetryPolicy policy)
        : network(settings)
        , log(network)
        , courtesy(log, clock, Pace{settings.parallel, settings.slowStart})
        , retry(courtesy, clock, policy, QRandomGenerator::securelySeeded())
        , conditional(retry, cache)
        , guard(conditional, settings.insecureHosts)
        , redirects(guard)
    {
    }

    Network network;
    RequestLog log;
    Courtesy courtesy;
    Retry retry;
    Conditional conditional;
    HostGuard guard;
    FollowRedirects redirects;
};

Client::Client(Settings settings, Clock &clock, Cache *cache, RetryPolicy policy)
    : m_stages(std::make_shared<Stages>(settings, clock, cache, policy))
{
}

Client::~Client() = default;

QCoro::Task<Result<Response>> Client::send(Request request, std::stop_token stop)
{
    const auto stages = m_stages;
    auto outcome = co_await stages->redirects.send(std::move(request), std::move(stop));
    co_return std::move(outcome).transform_error([](Fault &&fault) { return std::move(fault.error); });
}

} // namespace slipway::http
