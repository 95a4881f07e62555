// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/http/credential.h"

#include <QCoroTask>
#include <QHttpHeaders>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace slipway::http
{

/// How long the requests of one repository may go on being tried. They share one of these: no try starts later than
/// `span` after the first of them went out (waiting for a turn before that does not count).
struct Patience
{
    std::chrono::milliseconds span{30'000};
    std::optional<std::chrono::steady_clock::time_point> began = {}; ///< set when the first try goes out
};

/// What one answer may cost. Beyond it the exchange is given up: Protocol for the size, Timeout for the time.
struct Limits
{
    qint64 bytes = qint64{16} << 20;            ///< of the body, after decompression
    std::chrono::milliseconds deadline{30'000}; ///< of one try, from its start to the last byte
};

enum class Redirects {
    Refuse, ///< a redirect is an error (Protocol)
    Follow, ///< GET and HEAD, at most five hops; the credential and the request's own headers stay on its origin
};

struct Request
{
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url;
    QHttpHeaders headers = {}; ///< never Authorization: that is what `credential` is for
    QByteArray body = {};
    std::shared_ptr<const Credential> credential = {}; ///< used if it belongs to the URL's origin, else left out
    Redirects redirects = Redirects::Refuse;
    Limits limits = {};
    std::shared_ptr<Patience> patience = {}; ///< none: one of its own
    bool conditional = false; ///< GET: remember the answer by its ETag, and ask only whether it is still true
};

struct Response
{
    int status = 0;
    QUrl url; ///< where it came from, after redirects
    QHttpHeaders headers;
    QByteArray body;
};

/// Sends a request and brings its answer. Each stage is one, and hands on to the next; see README.md for their order.
/// A status is an answer, also 401 and 404. Errors: Offline (no connection, TLS, 5xx), Timeout, RateLimited (429),
/// Protocol (too big, cut short, a redirect that must not be followed), InvalidInput (the guard), Cancelled.
class Transport
{
public:
    Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;
    virtual ~Transport() = default;

    /// The transport must outlive the task. A stop, requested in the thread that sends, ends it with Cancelled at once.
    [[nodiscard]] virtual QCoro::Task<Result<Response>> send(Request request, std::stop_token stop) = 0;
};

} // namespace slipway::http
