// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/transport.h"

namespace slipway::http
{

class Transfer;

/// Why a transfer that has ended is no answer, in words; nothing if it is one, whatever its status.
[[nodiscard]] std::optional<Fault> faultOf(const Transfer &transfer, const Request &request, bool usesProxy);

/// libcurl cannot be loaded.
[[nodiscard]] Fault withoutCurl();

} // namespace slipway::http
