// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/host.h"
#include "core/github/token.h"

namespace slipway::github
{

/// What an error of this room names.
struct Asked
{
    Host host;
    TokenKind token = TokenKind::None;
    QString what; ///< the thing that was asked for: "acme/web", "#12 of acme/web"
};

/// Why an answer that is no 2xx is none, with what helps: the scope or permission that is missing, where to let the
/// token in. Kinds: Unauthorized (401), Forbidden (403), NotFound (404: also without the right to see it), Conflict
/// (409, and 422 for what is there already), InvalidInput (422), Offline (5xx), Protocol. REST: "Troubleshooting the
/// REST API".
[[nodiscard]] Error refusal(const http::Response &answer, const Asked &asked);

/// The error of a request that a limit keeps from going out, or that met one. RateLimited, with the time.
[[nodiscard]] Error limited(const Host &host, const QDateTime &until);

/// A text of the host's as it may stand in a sentence: one line without control or direction characters, at most 300
/// characters.
[[nodiscard]] QString quotable(const QString &text);

} // namespace slipway::github
