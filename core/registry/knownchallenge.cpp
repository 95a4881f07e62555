// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/knownchallenge.h"

using namespace std::chrono_literals;

namespace slipway::registry
{

namespace
{

constexpr auto longestWait = 3s; // a first request that gets stuck must not hold up the others

} // namespace

KnownChallenge::KnownChallenge(Clock &clock, http::Cache *cache, http::Origin registry, int atOnce)
    : m_clock{clock}
    , m_cache{cache}
    , m_registry{std::move(registry)}
    , m_left{atOnce}
{
    recall();
}

QCoro::Task<> KnownChallenge::turn(std::stop_token stop)
{
    if (m_isSettled || m_left-- > 0)
        co_return;
    std::stop_source awake;
    const auto wake = [&awake] { awake.request_stop(); };
    const std::stop_callback onLearned{m_wait.get_token(), wake};
    const std::stop_callback onStop{stop, wake};
    const auto slept = co_await m_clock.sleep(longestWait, awake.get_token());
    if (slept)
        settle();
}

void KnownChallenge::learn(const Result<http::Response> &answer)
{
    const bool isOwn = answer && http::Origin::of(answer->url) == m_registry;
    std::optional<Challenge> told;
    if (isOwn && answer->status == 401)
        told = preferred(readChallenges(answer->headers.values(QHttpHeaders::WellKnownHeader::WWWAuthenticate)));
    const bool isNews = told && told != m_challenge;
    if (isNews) {
        m_challenge = told;
        m_isRecalled = false;
        m_isKept = false;
    }
    if (isNews || (isOwn && answer->status == 200))
        keep();
    settle();
}

bool KnownChallenge::doubt(const std::optional<Challenge> &used)
{
    if (used != m_challenge)
        return true;
    if (!std::exchange(m_isRecalled, false))
        return false;
    m_challenge.reset();
    m_isSettled = false;
    m_left = 1;
    m_wait = {};
    return true;
}

void KnownChallenge::recall()
{
    const auto entry = m_cache ? m_cache->find(http::Cache::Kind::Challenge, m_registry.authority()) : std::nullopt;
    if (!entry)
        return;
    m_challenge = preferred(readChallenges({entry->value}));
    m_isRecalled = m_challenge.has_value();
    m_isSettled = m_challenge.has_value() || entry->value.isEmpty();
    m_isKept = m_isSettled;
}

void KnownChallenge::keep()
{
    if (!m_cache || std::exchange(m_isKept, true))
        return;
    m_cache->keep(http::Cache::Kind::Challenge, m_registry.authority(),
                  {m_challenge ? text(*m_challenge) : QByteArray{}});
}

void KnownChallenge::settle()
{
    m_isSettled = true;
    m_wait.request_stop();
}

} // namespace slipway::registry
