// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <expected>

namespace slipway
{

/// Why something could not be done, for the person and for the log.
struct Error
{
    enum class Kind {
        Offline,      ///< no connection: DNS, TLS, refused, reset, 5xx after retries
        Timeout,      ///< a deadline passed
        Unauthorized, ///< 401: who are you?
        Forbidden,    ///< 403: you may not
        NotFound,
        Conflict,
        RateLimited,
        InvalidInput,
        Protocol, ///< an answer that breaks its specification
        Storage,
        Cancelled,
    };

    Kind kind;
    QString message;        ///< what happened, and to which thing: one sentence, for the person
    QString remedy = {};    ///< what helps; empty if nothing does
    QString details = {};   ///< for the log: request id, path in a document; never a secret, never a query
    QDateTime retryAt = {}; ///< UTC: asking again before that is no use; invalid if nobody said so
    QString file = {};      ///< of the repository, in which a person can do by hand what helps; empty if in none

    bool operator==(const Error &) const = default;
};

template<class T = void> using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(Error error)
{
    return std::unexpected(std::move(error));
}

/// The error of everything that ends because a stop was requested.
[[nodiscard]] inline Error cancelled()
{
    return {.kind = Error::Kind::Cancelled, .message = QCoreApplication::translate("base", "Cancelled.")};
}

} // namespace slipway
