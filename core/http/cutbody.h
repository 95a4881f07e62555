// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHttpHeaders>

namespace slipway::http
{

/// Whether the body of an answer that was read to its end is an incomplete message all the same (RFC 9112, section 8):
/// shorter than its Content-Length, or, without one, JSON that is empty or ends before all that it opened is closed.
/// Qt 6.8 now and then takes a connection that closes early for the end of the body, without an error. Qt takes away
/// the Content-Length of what it decompresses. Other bodies in chunks are found out by whoever hashes or parses them.
[[nodiscard]] bool isCutShort(const QHttpHeaders &headers, QByteArrayView body);

} // namespace slipway::http
