// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/http/credential.h"

#include <QCoroTask>
#include <QDateTime>
#include <QHttpHeaders>
#include <QUrl>

#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <stop_token>

namespace slipway::http
{

/// How long the requests of one repository may go on being tried again. They share one of these: no further try starts
/// later than `span` after the first of them all went out. The first try of a request always goes out.
struct Patience
{
    std::chrono::milliseconds span{30'000};
    std::optional<QDateTime> began = {}; ///< set when the first try goes out
};

/// What one answer may cost. Beyond it the exchange is given up: Protocol for the size, Timeout for the time.
struct Limits
{
    qint64 bytes = qint64{16} << 20;            ///< of the body, after decompression
    std::chrono::milliseconds deadline{30'000}; ///< of one try, from its start to the last byte
};

enum class Redirects {
    Refuse, ///< a redirect is an error (Protocol)
    Follow, ///< at most five hops; once off its origin, the request has lost its credential and headers for good
};

struct Request
{
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url = {};
    QHttpHeaders headers = {}; ///< never Authorization: that is what `credential` is for
    QByteArray body = {};
    std::shared_ptr<const Credential> credential = {}; ///< sent if it belongs to the URL's origin, else left out
    Redirects redirects = Redirects::Refuse;
    Limits limits = {};
    std::shared_ptr<Patience> patience = {}; ///< none: one of its own
    bool conditional = false; ///< GET: remember the answer by its ETag, and ask only whether it is still true
    QByteArray variant = {};  ///< with `conditional`: who asks and in which form, where the answer depends on that
    bool repeatable = false;  ///< a POST that only asks: tried again as a GET is
    bool mayBePlain = false;  ///< http:// is allowed though nobody named the host; not where a redirect leads
    bool failuresAreAnswers = false;        ///< 429 and 5xx come back as answers, for a room that reads what they say
    std::optional<QDateTime> notAfter = {}; ///< set by the retry stage: this try starts before that, or not at all
};

struct Response
{
    int status = 0;
    QUrl url = {}; ///< where it came from, after redirects
    QHttpHeaders headers = {};
    QByteArray body = {};
};

/// What keeps an answer from coming, inside of this room.
struct Fault
{
    Error error;
    bool passing = false; ///< a lost connection: the next try may do
};

using Outcome = std::expected<Response, Fault>;

/// Sends a request and brings what comes of it. Each stage is one and hands on to the next; README.md has their order.
class Transport
{
public:
    Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;
    virtual ~Transport() = default;

    /// The transport must outlive the task. A stop, requested in the thread that sends, ends it with Cancelled at once.
    [[nodiscard]] virtual QCoro::Task<Outcome> send(Request request, std::stop_token stop) = 0;
};

} // namespace slipway::http
