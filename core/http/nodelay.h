// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::http
{

/// Turns Nagle's algorithm off (TCP_NODELAY, RFC 9293 section 3.7.4) for all TCP connections of this process
/// that are open now; does nothing where there is no /proc.
///
/// Qt leaves it on and gives no access to the socket of a request. Where many requests share one connection, as in
/// HTTP/2, each then waits until the one before it was acknowledged: a round trip, or the 40 ms by which that may be
/// delayed.
void turnOffNagle();

} // namespace slipway::http
