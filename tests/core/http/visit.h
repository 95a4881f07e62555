// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"
#include "tests/support/awaited.h"
#include "tests/support/fakeclock.h"
#include "tests/support/httphost.h"

#include <QTest>

namespace slipway::test
{

/// Settings under which these hosts of the tests may be asked over plain http.
inline http::Settings settingsFor(std::initializer_list<const HttpHost *> hosts)
{
    http::Settings settings;
    for (const auto *host : hosts)
        settings.insecureHosts.append(host->authority());
    return settings;
}

/// A client whose waits take no time. What is still under way ends with it.
struct Visitor
{
    explicit Visitor(http::Settings settings, http::Cache *cache = nullptr)
        : client(std::move(settings), clock, cache)
    {
    }
    ~Visitor() { stop.request_stop(); }

    [[nodiscard]] Result<http::Response> send(http::Request request)
    {
        auto answer = awaited(client.send(std::move(request), stop.get_token()));
        return answer ? *std::move(answer) : failure({.kind = Error::Kind::Timeout, .message = {}});
    }
    [[nodiscard]] Result<http::Response> get(const QUrl &url) { return send({.url = url}); }

    FakeClock clock;
    http::Client client;
    std::stop_source stop;
};

/// Whether that becomes so in time.
inline bool reached(const std::function<bool()> &claim)
{
    return QTest::qWaitFor(claim, std::chrono::seconds{5});
}

} // namespace slipway::test

Q_DECLARE_METATYPE(slipway::Error::Kind)
