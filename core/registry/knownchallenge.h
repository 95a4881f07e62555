// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/cache.h"
#include "core/http/transport.h"
#include "core/registry/challenge.h"

namespace slipway::registry
{

/// How one registry wants to be asked. The first request finds out while the others wait for it (not for long), so that
/// a registry says 401 once, and not at all where an earlier run remembered. Must outlive its tasks.
class KnownChallenge
{
public:
    /// `atOnce`: how many go first; the registry may say 401 to each.
    KnownChallenge(Clock &clock, http::Cache *cache, http::Origin registry, int atOnce = 1);

    /// Ends when a request may go out: at once for the first ones, and when it is known how to ask.
    [[nodiscard]] QCoro::Task<> turn(std::stop_token stop);

    /// Nothing while the registry has asked for nothing.
    [[nodiscard]] const std::optional<Challenge> &get() const { return m_challenge; }

    /// Takes from an answer what it tells.
    void learn(const Result<http::Response> &answer);

    /// This challenge led nowhere. True if it came from an earlier run, or is another by now: it makes sense to wait
    /// for one's turn() and ask again.
    bool doubt(const std::optional<Challenge> &used);

private:
    void recall();
    void keep();
    void settle();

    Clock &m_clock;
    http::Cache *m_cache;
    http::Origin m_registry;
    std::optional<Challenge> m_challenge;
    bool m_isRecalled = false;
    bool m_isKept = false;
    bool m_isSettled = false; ///< nobody waits any more
    int m_left;               ///< how many may still go first
    std::stop_source m_wait;  ///< ends the waiting
};

} // namespace slipway::registry
