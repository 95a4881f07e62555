// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/courtesy.h"

#include "core/http/retryafter.h"
#include "core/http/text.h"

namespace slipway::http
{

using namespace std::chrono_literals;

namespace
{

constexpr std::size_t mostInHand = 64; // answers not handed on yet; then nothing is asked until some are
constexpr auto longestPause = 30s;     // a longer one is an error of the request that met it, not of all others

Fault tooLate(const Request &request)
{
    return {{
        .kind = Error::Kind::Timeout,
        .message = Text::tr("%1 was not asked again, because that had taken too long.").arg(request.url.host()),
        .details = printable(request.url),
    }};
}

} // namespace

struct Courtesy::Host
{
    explicit Host(Pace atFirst)
        : pace(atFirst)
    {
    }

    [[nodiscard]] bool mayLetIn() const { return waiting.isEmpty() && pace.mayStart(); }
    void letIn();

    Pace pace;
    WaitingLine waiting;
    QDateTime closedUntil;
    bool lettingIn = false;
};

// A request that ends at once calls this again from within; the outer loop goes on for it.
void Courtesy::Host::letIn()
{
    if (std::exchange(lettingIn, true))
        return;
    while (!waiting.isEmpty() && pace.mayStart())
        waiting.callNext();
    lettingIn = false;
}

Courtesy::Courtesy(Transport &next, Clock &clock, Pace atFirst)
    : m_next(next)
    , m_clock(clock)
    , m_atFirst(atFirst)
{
}

Courtesy::~Courtesy() = default;

QCoro::Task<Outcome> Courtesy::send(Request request, std::stop_token stop)
{
    Host &host = m_hosts.try_emplace(*Origin::of(request.url), m_atFirst).first->second;
    const auto end = request.notAfter ? WaitingLine::End::Front : WaitingLine::End::Back;
    const bool isFree = host.mayLetIn() && !stop.stop_requested();
    const bool mayGo = isFree || co_await WaitingLine::Place{host.waiting, end, stop};
    if (!mayGo)
        co_return std::unexpected(Fault{cancelled()});

    const int round = host.pace.start();
    auto outcome = co_await sendInTurn(&host, std::move(request), stop);
    const bool isFull = m_answered.waiting() >= mostInHand;
    if (!isFull)
        makeRoom(host, round, outcome);
    const bool goesOn = !outcome || co_await m_answered.turn(stop); // what comes of it may take some milliseconds
    if (isFull)
        makeRoom(host, round, outcome);
    if (!goesOn || stop.stop_requested())
        co_return std::unexpected(Fault{cancelled()});
    co_return outcome;
}

QCoro::Task<Outcome> Courtesy::sendInTurn(Host *host, Request request, std::stop_token stop)
{
    for (auto now = m_clock.now(); host->closedUntil.isValid() && now < host->closedUntil; now = m_clock.now()) {
        const auto slept = co_await m_clock.sleep(host->closedUntil - now, stop);
        if (!slept)
            co_return std::unexpected(Fault{slept.error()});
    }
    const auto now = m_clock.now();
    if (request.notAfter && now > *request.notAfter)
        co_return std::unexpected(tooLate(request));
    if (request.patience && !request.patience->began)
        request.patience->began = now;

    auto outcome = co_await m_next.send(std::move(request), std::move(stop));
    note(*host, outcome);
    co_return outcome;
}

void Courtesy::makeRoom(Host &host, int round, const Outcome &outcome)
{
    const bool refused = outcome && (outcome->status == 429 || outcome->status == 503);
    host.pace.finish(round, refused);
    host.letIn();
}

void Courtesy::note(Host &host, const Outcome &outcome) const
{
    if (!outcome || (outcome->status != 429 && outcome->status != 503))
        return;
    const auto now = m_clock.now();
    const auto wait = askedWait(*outcome, now);
    if (wait && *wait <= longestPause && (!host.closedUntil.isValid() || host.closedUntil < now + *wait))
        host.closedUntil = now + *wait;
}

} // namespace slipway::http
