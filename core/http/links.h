// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayList>
#include <QUrl>

#include <optional>

namespace slipway::http
{

/// The page that a `Link` header with `rel="next"` names, seen from the page that was asked: its path and query on
/// that page's own origin, whatever scheme and port it names (proxies that end TLS send http). Nothing if there is no
/// next page. Errors: Protocol for a link to another host, or one that is no URL.
/// RFC 8288; OCI distribution-spec, "Listing Tags".
[[nodiscard]] Result<std::optional<QUrl>> nextPage(const QByteArrayList &linkHeaders, const QUrl &asked);

} // namespace slipway::http
