// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/transport.h"

class QNetworkReply;

namespace slipway::http
{

/// Why a finished reply is no answer, in words; nothing if it is one, whatever its status.
[[nodiscard]] std::optional<Fault> faultOf(const QNetworkReply &reply, const Request &request);

[[nodiscard]] Fault cutShort(const Request &request);    ///< the body ended early
[[nodiscard]] Fault tooSlow(const Request &request);     ///< the deadline passed
[[nodiscard]] Fault beyondLimit(const Request &request); ///< more bytes than allowed

} // namespace slipway::http
