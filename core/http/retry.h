// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/transport.h"

#include <QRandomGenerator>

namespace slipway::http
{

/// How often a request is tried, and how long the waits between are when the host says nothing.
struct RetryPolicy
{
    int tries = 4;
    std::chrono::milliseconds afterLoss{250};    ///< 5xx, lost connection: before the second try, then twice as long
    std::chrono::milliseconds afterLimit{1'000}; ///< 429: the same; also the least, whatever the host says
};

/// Stage: GET and HEAD, and what is repeatable, are tried again after 429, 5xx and lost connections. When that does not
/// help, these become errors: RateLimited (429) and Offline (5xx); a Response above this stage they are only where the
/// request wants that. Such a request is not tried again after a 429 that names no time: its room knows what that
/// means.
class Retry final : public Transport
{
public:
    Retry(Transport &next, Clock &clock, RetryPolicy policy, QRandomGenerator chance);

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    Transport &m_next;
    Clock &m_clock;
    RetryPolicy m_policy;
    QRandomGenerator m_chance;
};

/// How long to wait before the next try (2 is the second); nothing if there is to be none: enough tries, an outcome or
/// a method that is not tried again, or a wait that ends after the request's patience. `chance` is within [0, 1).
[[nodiscard]] std::optional<std::chrono::milliseconds> waitBefore(int nextTry, const Request &request,
                                                                  const Outcome &outcome, const RetryPolicy &policy,
                                                                  const QDateTime &now, double chance);

} // namespace slipway::http
