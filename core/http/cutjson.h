// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHttpHeaders>

namespace slipway::http
{

/// Whether a JSON body ends before all that it opened is closed, or is empty, although it came in chunks. Qt 6.8 now
/// and then takes a connection that closes between two chunks for the end of the body, without an error (RFC 9112,
/// section 8: it is an incomplete message). Of JSON that can be seen; what is hashed is found out by whoever hashes it.
[[nodiscard]] bool isCutJson(const QHttpHeaders &headers, QByteArrayView body);

} // namespace slipway::http
