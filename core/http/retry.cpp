// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/retry.h"

#include "core/base/moment.h"
#include "core/http/retryafter.h"
#include "core/http/text.h"

#include <algorithm>

namespace slipway::http
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

bool isServersFault(const Response &answer)
{
    return answer.status == 429 || (answer.status >= 500 && answer.status <= 599);
}

bool mayPass(const Outcome &outcome)
{
    return outcome ? isServersFault(*outcome) : outcome.error().passing;
}

milliseconds scaled(milliseconds duration, double factor)
{
    return milliseconds{static_cast<qint64>(static_cast<double>(duration.count()) * factor)};
}

QString waitInWords(milliseconds wait, const QDateTime &now)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
    const auto length = seconds < std::chrono::minutes{2}
                            ? Text::tr("%1 s").arg(seconds.count())
                            : Text::tr("%1 min").arg(std::chrono::ceil<std::chrono::minutes>(wait).count());
    return Text::tr("It asks to wait %1, until %2.").arg(length, momentInWords(now + seconds, now));
}

/// The error that a 429 or 5xx is in the end.
Fault settled(const Response &answer, const QDateTime &now)
{
    const bool limited = answer.status == 429;
    QString message = limited ? Text::tr("%1 allows no more requests for now (429).").arg(answer.url.host())
                              : Text::tr("%1 does not work right now (%2).").arg(answer.url.host()).arg(answer.status);
    const auto wait = askedWait(answer, now);
    if (wait)
        message += u' ' + waitInWords(*wait, now);
    return {{
        .kind = limited ? Error::Kind::RateLimited : Error::Kind::Offline,
        .message = message,
        .remedy = Text::tr("Try again later."),
        .details = printable(answer.url),
        .retryAt = wait ? now + std::chrono::ceil<std::chrono::seconds>(*wait) : QDateTime{},
    }};
}

} // namespace

std::optional<milliseconds> waitBefore(int nextTry, const Request &request, const Outcome &outcome,
                                       const RetryPolicy &policy, const QDateTime &now, double chance)
{
    const bool repeatable = request.method == "GET" || request.method == "HEAD" || request.repeatable;
    if (!repeatable || nextTry > policy.tries || !mayPass(outcome))
        return {};

    const bool limited = outcome && outcome->status == 429;
    const auto asked = outcome ? askedWait(*outcome, now) : std::nullopt;
    if (limited && !asked && request.failuresAreAnswers)
        return {};

    const double doubled = 1 << (nextTry - 2);
    auto wait = scaled(limited ? policy.afterLimit : policy.afterLoss, doubled * (1 + chance / 2));
    if (asked)
        wait = std::max(*asked, limited ? policy.afterLimit : milliseconds{0}) + scaled(policy.afterLoss, chance);

    const auto began = request.patience ? request.patience->began.value_or(now) : now;
    const auto span = request.patience ? request.patience->span : Patience{}.span;
    return now + wait <= began + span ? std::optional(wait) : std::nullopt;
}

Retry::Retry(Transport &next, Clock &clock, RetryPolicy policy, QRandomGenerator chance)
    : m_next(next)
    , m_clock(clock)
    , m_policy(policy)
    , m_chance(chance)
{
}

QCoro::Task<Outcome> Retry::send(Request request, std::stop_token stop)
{
    if (!request.patience)
        request.patience = std::make_shared<Patience>();

    for (int nextTry = 2;; ++nextTry) {
        auto outcome = co_await m_next.send(request, stop);
        const auto now = m_clock.now();
        const auto wait = waitBefore(nextTry, request, outcome, m_policy, now, m_chance.generateDouble());
        if (!wait && outcome && isServersFault(*outcome) && !request.failuresAreAnswers)
            co_return std::unexpected(settled(*outcome, now));
        if (!wait)
            co_return outcome;
        if (const auto slept = co_await m_clock.sleep(*wait, stop); !slept)
            co_return std::unexpected(Fault{slept.error()});
        request.notAfter = request.patience->began.value_or(now) + request.patience->span;
    }
}

} // namespace slipway::http
