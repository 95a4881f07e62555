// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/transport.h"

#include <QStringList>

namespace slipway::http
{

/// Stage: lets out only what may go to that host, and adds the credential if it belongs there.
class HostGuard final : public Transport
{
public:
    HostGuard(Transport &next, QStringList insecureHosts);

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    Transport &m_next;
    QStringList m_insecureHosts;
};

/// Why a request must not go out at all: its URL (urlObjection()), plain http to a host that nobody named insecure
/// (mayBePlain apart), control characters in a header or method, or a header that only this room may set. Nothing if it
/// may.
[[nodiscard]] std::optional<Error> objection(const Request &request, const QStringList &insecureHosts);

/// Whether that origin may be asked over plain http: the person named it, as HOST (any port) or HOST:PORT.
[[nodiscard]] bool isInsecure(const Origin &origin, const QStringList &insecureHosts);

/// Whether a credential of `owner` may be sent to `target`: the same origin, and encrypted or on this machine.
[[nodiscard]] bool mayCarry(const Origin &owner, const Origin &target);

} // namespace slipway::http
