// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/transport.h"

namespace slipway::http
{

/// How long a 429 or 5xx asks to wait, at most ten years; nothing if it does not say. Retry-After in seconds or as a
/// date (RFC 9110, section 10.2.3; a date counts from the answer's own Date), else as ghcr.io writes it into the body:
/// "retry-after: 880.092µs".
[[nodiscard]] std::optional<std::chrono::milliseconds> askedWait(const Response &answer, const QDateTime &now);

/// A time as HTTP writes it, in any of its three forms; invalid if it is none. RFC 9110, section 5.6.7.
[[nodiscard]] QDateTime parseHttpDate(QByteArrayView text);

/// A duration at the beginning of the text as Go prints it ("1h2m3.5s", "880.092µs"), rounded up; nothing if there is
/// none.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseGoDuration(QByteArrayView text);

} // namespace slipway::http
