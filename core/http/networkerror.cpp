// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/networkerror.h"

#include "core/http/text.h"

#include <QNetworkReply>

namespace slipway::http
{

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace
{

struct Words
{
    QNetworkReply::NetworkError code;
    Kind kind;
    bool passing;
    const char *message; ///< %1 is the host
    const char *remedy;
};

constexpr const char *lookAtNetwork =
    QT_TRANSLATE_NOOP("http", "Look whether the network and the host's name are right.");
constexpr const char *lookAtProxy = QT_TRANSLATE_NOOP("http", "Look at HTTPS_PROXY, HTTP_PROXY and NO_PROXY.");

constexpr std::array table{
    Words{QNetworkReply::ConnectionRefusedError, Kind::Offline, true,
          QT_TRANSLATE_NOOP("http", "%1 refuses the connection."), lookAtNetwork},
    Words{QNetworkReply::RemoteHostClosedError, Kind::Offline, true,
          QT_TRANSLATE_NOOP("http", "%1 closed the connection before its answer was complete."), ""},
    Words{QNetworkReply::HostNotFoundError, Kind::Offline, false,
          QT_TRANSLATE_NOOP("http", "The name %1 was not found (DNS)."), lookAtNetwork},
    Words{QNetworkReply::TimeoutError, Kind::Timeout, false,
          QT_TRANSLATE_NOOP("http", "No connection to %1 came about in time."), lookAtNetwork},
    Words{QNetworkReply::OperationCanceledError, Kind::Timeout, false, // only the transfer timeout is left for it
          QT_TRANSLATE_NOOP("http", "%1 stopped in the middle of its answer."), ""},
    Words{QNetworkReply::SslHandshakeFailedError, Kind::Offline, false,
          QT_TRANSLATE_NOOP("http", "No secure connection to %1 came about (TLS)."),
          QT_TRANSLATE_NOOP("http", "If it has a certificate of a private authority, name that authority's file.")},
    Words{QNetworkReply::ProxyConnectionRefusedError, Kind::Offline, true,
          QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 refuses the connection."), lookAtProxy},
    Words{QNetworkReply::ProxyConnectionClosedError, Kind::Offline, true,
          QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 closed the connection."), lookAtProxy},
    Words{QNetworkReply::ProxyNotFoundError, Kind::Offline, false,
          QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 was not found."), lookAtProxy},
    Words{QNetworkReply::ProxyTimeoutError, Kind::Timeout, false,
          QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 does not answer."), lookAtProxy},
    Words{QNetworkReply::ProxyAuthenticationRequiredError, Kind::Offline, false,
          QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 wants a user and a password."), lookAtProxy},
};

/// For all other codes: unreachable below, no HTTP above.
constexpr Words lost{QNetworkReply::UnknownNetworkError, Kind::Offline, true,
                     QT_TRANSLATE_NOOP("http", "The connection to %1 was lost."), lookAtNetwork};
constexpr Words broken{QNetworkReply::ProtocolFailure, Kind::Protocol, false,
                       QT_TRANSLATE_NOOP("http", "The answer of %1 is not valid HTTP."), ""};

const Words &wordsFor(QNetworkReply::NetworkError code)
{
    const auto *found = std::ranges::find(table, code, &Words::code);
    if (found != table.end())
        return *found;
    return code < QNetworkReply::ContentAccessDenied ? lost : broken;
}

Fault fault(Kind kind, const Request &request, const char *message, const char *remedy, const QString &reason,
            bool passing)
{
    const auto place = Origin::of(request.url);
    return {
        .error =
            {
                .kind = kind,
                .message = Text::tr(message).arg(place ? place->authority() : QString{}),
                .remedy = *remedy ? Text::tr(remedy) : QString{},
                .details = printable(request.url) + (reason.isEmpty() ? reason : u": "_s + reason),
            },
        .passing = passing,
    };
}

} // namespace

std::optional<Fault> faultOf(const QNetworkReply &reply, const Request &request)
{
    const auto code = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isContent = code >= QNetworkReply::ContentAccessDenied && code <= QNetworkReply::UnknownContentError;
    const bool isBadRequest = code == QNetworkReply::ProtocolInvalidOperationError; // Qt's word for 400 and 418
    const bool saysStatus = code == QNetworkReply::NoError || code >= QNetworkReply::InternalServerError ||
                            ((isContent || isBadRequest) && status >= 400);
    if (saysStatus && status != 0)
        return {};
    const auto &words = wordsFor(code);
    return fault(words.kind, request, words.message, words.remedy, reply.errorString(), words.passing);
}

Fault cutShort(const Request &request)
{
    const auto &words = wordsFor(QNetworkReply::RemoteHostClosedError);
    return fault(words.kind, request, words.message, words.remedy, {}, words.passing);
}

Fault tooSlow(const Request &request)
{
    return fault(Kind::Timeout, request, QT_TRANSLATE_NOOP("http", "%1 did not answer in time."), "", {}, false);
}

Fault beyondLimit(const Request &request)
{
    return fault(Kind::Protocol, request, QT_TRANSLATE_NOOP("http", "The answer of %1 is too big."), "", {}, false);
}

} // namespace slipway::http
