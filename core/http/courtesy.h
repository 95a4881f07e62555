// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/pace.h"
#include "core/http/transport.h"
#include "core/http/turnbyturn.h"

#include <map>

namespace slipway::http
{

/// Stage: at most so many requests in flight to one origin (Pace), the others wait for their turn; a second try goes
/// before a first. An answer makes room for the next request at once, and is handed on afterwards. While a host asks to
/// wait (Retry-After, up to 30 s), nothing else is sent to it either.
class Courtesy final : public Transport
{
public:
    Courtesy(Transport &next, Clock &clock, Pace atFirst);
    ~Courtesy() override;

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    struct Host;

    [[nodiscard]] QCoro::Task<Outcome> sendInTurn(Host *host, Request request, std::stop_token stop);
    static void makeRoom(Host &host, int round, const Outcome &outcome);
    void note(Host &host, const Outcome &outcome) const;

    Transport &m_next;
    Clock &m_clock;
    Pace m_atFirst;
    std::map<Origin, Host> m_hosts;
    TurnByTurn m_answered;
};

} // namespace slipway::http
