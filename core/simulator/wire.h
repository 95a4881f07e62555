// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/exchange.h"

#include <expected>
#include <optional>

/// HTTP/1.1 as bytes. Source: RFC 9112.
namespace slipway::simulator::wire
{

/// How much of a request is read at all, in bytes.
constexpr qsizetype longestHead = 64 * 1024;
constexpr qsizetype longestBody = 64 * 1024 * 1024;

/// The first whole request of what a connection has sent, taken from it; nothing while more has to come. `scheme` is
/// what the connection speaks. Errors: the status to refuse it with, after which nothing more can be understood.
[[nodiscard]] std::expected<std::optional<Request>, int> takeRequest(QByteArray &input, const QString &scheme);

/// Status line and headers, with the length of the body and the date.
[[nodiscard]] QByteArray head(const Answer &answer, const QDateTime &now);

/// Whether an answer to that has a body on the wire.
[[nodiscard]] bool hasBody(const QByteArray &method, int status);

} // namespace slipway::simulator::wire
