// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/budget.h"

#include "core/http/retryafter.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace
{

constexpr int mostDoublings = 5;
constexpr qsizetype burst = 10; // what one pull request takes, and some more

std::optional<qint64> number(const http::Response &answer, QByteArrayView header)
{
    bool isNumber = false;
    const auto value = answer.headers.value(header).toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional{value} : std::nullopt;
}

/// The host's clock may go wrong, or ours: what counts is how far apart its own two times are.
QDateTime byOurClock(qint64 epoch, const http::Response &answer, const QDateTime &now)
{
    constexpr qint64 longest = 24 * 60 * 60;
    const auto its = http::parseHttpDate(answer.headers.value(QHttpHeaders::WellKnownHeader::Date));
    const auto away = epoch - (its.isValid() ? its : now).toSecsSinceEpoch();
    return now.addSecs(std::clamp(away, qint64{0}, longest));
}

bool speaksOfLimits(const http::Response &answer)
{
    const auto body = answer.body.first(std::min<qsizetype>(answer.body.size(), 4096)).toLower();
    return body.contains("rate limit") || body.contains("rate-limits") || body.contains("abuse detection");
}

} // namespace

std::optional<Rate> rateOf(const http::Response &answer, const QDateTime &now)
{
    const auto limit = number(answer, "X-RateLimit-Limit");
    const auto remaining = number(answer, "X-RateLimit-Remaining");
    const auto reset = number(answer, "X-RateLimit-Reset");
    constexpr qint64 most = 1'000'000'000;
    if (!limit || !remaining || !reset || *limit > most || *remaining > *limit)
        return std::nullopt;
    return Rate{static_cast<int>(*limit), static_cast<int>(*remaining), byOurClock(*reset, answer, now)};
}

std::optional<milliseconds> askedPause(const http::Response &answer, const QDateTime &now, int inARow)
{
    if (answer.status != 403 && answer.status != 429)
        return std::nullopt;
    if (!answer.headers.value(QHttpHeaders::WellKnownHeader::RetryAfter).isEmpty())
        return std::max<milliseconds>(1s, http::askedWait(answer, now).value_or(1min));
    const auto rate = rateOf(answer, now);
    if (rate && rate->remaining == 0)
        return std::max<milliseconds>(1s, rate->reset - now);
    if (answer.status == 429 || speaksOfLimits(answer))
        return 1min * (1 << std::min(inARow, mostDoublings));
    return std::nullopt;
}

void Budget::note(Resource resource, const http::Response &answer, const QDateTime &now)
{
    auto &account = m_accounts.at(static_cast<size_t>(resource));
    if (const auto rate = rateOf(answer, now))
        account.rate = rate;

    if (const auto pause = askedPause(answer, now, m_inARow)) {
        ++m_inARow;
        account.closedUntil =
            account.closedUntil.isValid() ? std::max(account.closedUntil, now + *pause) : now + *pause;
    } else if (answer.status < 400) {
        m_inARow = 0;
    }
}

milliseconds Budget::takeTurn(const QDateTime &now)
{
    m_writes.removeIf([&](const QDateTime &turn) { return turn <= now - 1min; });
    const auto turn = m_writes.size() < burst ? now : std::max(now, m_writes.last() + 1s);
    m_writes.append(turn);
    return turn - now;
}

void Budget::close(Resource resource, const QDateTime &until)
{
    m_accounts.at(static_cast<size_t>(resource)).closedUntil = until;
}

std::optional<Rate> Budget::rate(Resource resource) const
{
    return account(resource).rate;
}

std::optional<QDateTime> Budget::closedUntil(Resource resource, const QDateTime &now) const
{
    const auto &[rate, closedUntil] = account(resource);
    if (closedUntil.isValid() && now < closedUntil)
        return closedUntil;
    if (rate && rate->remaining == 0 && now < rate->reset)
        return rate->reset;
    return std::nullopt;
}

const Budget::Account &Budget::account(Resource resource) const
{
    return m_accounts.at(static_cast<size_t>(resource));
}

} // namespace slipway::github
