// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/transport.h"

#include <array>

namespace slipway::github
{

/// GitHub counts the requests of its two APIs apart.
enum class Resource { Rest, GraphQl };

/// What is left of an hour's requests, as of the newest answer. Source: "Rate limits for the REST API".
struct Rate
{
    int limit;
    int remaining;
    QDateTime reset; ///< UTC, by this machine's clock: from then on there are `limit` again

    bool operator==(const Rate &) const = default;
};

/// The rate that an answer's `X-RateLimit-*` tell; nothing where the host counts nothing (GHES).
[[nodiscard]] std::optional<Rate> rateOf(const http::Response &answer, const QDateTime &now);

/// How long an answer asks to leave the host alone, because of a limit: 403 or 429 with, in this order, Retry-After,
/// nothing remaining, or words that say so. A time that it does not name is a minute, doubled for each of `inARow` such
/// answers before. Nothing for any other answer: a 403 alone is a refusal.
[[nodiscard]] std::optional<std::chrono::milliseconds> askedPause(const http::Response &answer, const QDateTime &now,
                                                                  int inARow);

/// What a host has told of its limits. All who ask it as the same person share one.
class Budget
{
public:
    /// The answer to a request of that API.
    void note(Resource resource, const http::Response &answer, const QDateTime &now);
    /// Takes the next turn for a request that changes something, and says how long that is away: nothing for the first
    /// ten within a minute, from then on a second after the one before. Source: "Best practices for using the REST
    /// API".
    [[nodiscard]] std::chrono::milliseconds takeTurn(const QDateTime &now);
    /// A limit that was told in another way than askedPause() reads.
    void close(Resource resource, const QDateTime &until);

    [[nodiscard]] std::optional<Rate> rate(Resource resource) const;
    /// Until when nothing may be asked there; nothing if it may.
    [[nodiscard]] std::optional<QDateTime> closedUntil(Resource resource, const QDateTime &now) const;

private:
    struct Account
    {
        std::optional<Rate> rate = {};
        QDateTime closedUntil = {};
    };

    [[nodiscard]] const Account &account(Resource resource) const;

    std::array<Account, 2> m_accounts;
    int m_inARow = 0;          ///< answers in a row that asked for a pause
    QList<QDateTime> m_writes; ///< turns of the last minute, the newest last
};

} // namespace slipway::github
