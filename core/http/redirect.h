// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/transport.h"

namespace slipway::http
{

/// Stage: follows redirects where the request allows it. Qt never does: it would take credentials along.
class FollowRedirects final : public Transport
{
public:
    explicit FollowRedirects(Transport &next);

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    Transport &m_next;
};

/// Whether the status asks to go elsewhere: 301, 302, 303, 307, 308.
[[nodiscard]] bool isRedirect(int status);

/// The request that follows a redirect. On its own origin it stays as it is; elsewhere it goes on without credential
/// and with no header but what it accepts. Errors: Protocol for a redirect that is not allowed, has no readable target,
/// would leave https, or is no 307 or 308 on the same origin for a method other than GET and HEAD. RFC 9110,
/// section 15.4.
[[nodiscard]] Result<Request> nextHop(Request request, const Response &answer);

} // namespace slipway::http
