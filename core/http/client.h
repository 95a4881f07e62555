// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/cache.h"
#include "core/http/retry.h"
#include "core/http/settings.h"
#include "core/http/transport.h"

namespace slipway::http
{

/// The one way out for every request: all stages in their order (README.md).
class Client
{
public:
    /// The clock and the cache, if there is one, must outlive the client and its tasks.
    Client(Settings settings, Clock &clock, Cache *cache = nullptr, RetryPolicy policy = {});
    ~Client();

    /// A status is an answer, also 401 and 404. Errors: Offline (no connection, TLS, 5xx after all tries), Timeout,
    /// RateLimited (429 after all tries), Protocol (too big, cut short, a redirect that must not be followed),
    /// InvalidInput (what the guard or a setting forbids), Cancelled: with the next turn of the event loop after a stop
    /// is requested in this thread.
    [[nodiscard]] QCoro::Task<Result<Response>> send(Request request, std::stop_token stop);

private:
    struct Stages;
    std::shared_ptr<Stages> m_stages; ///< shared with the tasks under way
};

/// Loads what the first request needs (some 8 ms), so that it finds it ready. In any thread.
void warmUp();

} // namespace slipway::http
