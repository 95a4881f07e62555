// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/client.h"
#include "tests/support/awaited.h"
#include "tests/support/fakeclock.h"

#include <map>

namespace slipway::test
{

/// A cache that forgets with the test.
class Memory final : public http::Cache
{
public:
    std::optional<Entry> find(Kind kind, const QString &key) override
    {
        const auto found = entries.find({kind, key});
        return found == entries.end() ? std::nullopt : std::optional{found->second};
    }
    void keep(Kind kind, const QString &key, const Entry &entry) override { entries[{kind, key}] = entry; }

    std::map<std::pair<Kind, QString>, Entry> entries;
};

/// A run of the program as far as registries are concerned.
template<class TheClock = SystemClock> struct Asking
{
    Asking(http::Settings settings, registry::Options options)
        : http{settings, clock, options.cache}
        , client{http, clock, with(std::move(options), settings.insecureHosts)}
    {
    }

    static registry::Options with(registry::Options options, const QStringList &insecure)
    {
        options.insecureRegistries = insecure;
        return options;
    }

    TheClock clock;
    http::Client http;
    registry::Client client;
};

/// How a question ends; a test that waits too long fails.
template<class T> [[nodiscard]] Result<T> ended(QCoro::Task<Result<T>> task)
{
    return awaited(std::move(task)).value_or(failure({.kind = Error::Kind::Timeout, .message = {}}));
}

} // namespace slipway::test
