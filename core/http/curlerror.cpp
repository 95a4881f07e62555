// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/curlerror.h"

#include "core/http/text.h"
#include "core/http/transfer.h"

#include <algorithm>
#include <cerrno>

namespace slipway::http
{

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace
{

struct Words
{
    Kind kind;
    bool passing;
    const char *message; ///< %1 is the host
    const char *remedy = "";
};

constexpr const char *lookAtNetwork =
    QT_TRANSLATE_NOOP("http", "Look whether the network and the host's name are right.");
constexpr const char *lookAtProxy = QT_TRANSLATE_NOOP("http", "Look at HTTPS_PROXY, HTTP_PROXY and NO_PROXY.");

constexpr Words refuses{Kind::Offline, true, QT_TRANSLATE_NOOP("http", "%1 refuses the connection."), lookAtNetwork};
constexpr Words proxyRefuses{
    Kind::Offline, true, QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 refuses the connection."), lookAtProxy};
constexpr Words proxyWantsLogin{Kind::Offline, false,
                                QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 wants a user and a password."),
                                lookAtProxy};
constexpr Words proxyForbids{
    Kind::Offline, false, QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 lets nothing through."), lookAtProxy};
constexpr Words noSecureConnection{
    Kind::Offline, false, QT_TRANSLATE_NOOP("http", "No secure connection to %1 came about (TLS)."),
    QT_TRANSLATE_NOOP("http", "If it has a certificate of a private authority, name that authority's file.")};
constexpr Words closed{Kind::Offline, true,
                       QT_TRANSLATE_NOOP("http", "%1 closed the connection before its answer was complete.")};
constexpr Words lost{Kind::Offline, true, QT_TRANSLATE_NOOP("http", "The connection to %1 was lost."), lookAtNetwork};
/// Passing: bytes too many of the answer before, on the same connection, look like this too.
constexpr Words invalid{Kind::Protocol, true, QT_TRANSLATE_NOOP("http", "The answer of %1 is not valid HTTP.")};
constexpr Words late{Kind::Timeout, false, QT_TRANSLATE_NOOP("http", "%1 did not answer in time.")};
constexpr Words tooBig{Kind::Protocol, false, QT_TRANSLATE_NOOP("http", "The answer of %1 is too big.")};

struct Meaning
{
    CURLcode code;
    Words words;
};

constexpr std::array meanings{
    Meaning{CURLE_COULDNT_RESOLVE_HOST,
            {Kind::Offline, false, QT_TRANSLATE_NOOP("http", "The name %1 was not found (DNS)."), lookAtNetwork}},
    Meaning{
        CURLE_COULDNT_RESOLVE_PROXY,
        {Kind::Offline, false, QT_TRANSLATE_NOOP("http", "The proxy on the way to %1 was not found."), lookAtProxy}},
    Meaning{CURLE_PROXY, proxyForbids},
    Meaning{CURLE_OPERATION_TIMEDOUT, late},
    Meaning{CURLE_SSL_CONNECT_ERROR, noSecureConnection},
    Meaning{CURLE_PEER_FAILED_VERIFICATION, noSecureConnection},
    Meaning{CURLE_SSL_CIPHER, noSecureConnection},
    Meaning{CURLE_SSL_CACERT_BADFILE,
            {Kind::InvalidInput, false,
             QT_TRANSLATE_NOOP("http", "The certificates of authorities with which to trust %1 cannot be read."),
             QT_TRANSLATE_NOOP("http", "Each has to be a PEM file with certificates of authorities.")}},
    Meaning{CURLE_GOT_NOTHING, closed},
    Meaning{CURLE_PARTIAL_FILE, closed},
    Meaning{CURLE_WEIRD_SERVER_REPLY, invalid},
    Meaning{CURLE_UNSUPPORTED_PROTOCOL, invalid}, // what looks like HTTP/0.9
    Meaning{CURLE_BAD_CONTENT_ENCODING, invalid},
    Meaning{CURLE_TOO_LARGE, tooBig}, // the head of it
};

Words wordsFor(CURLcode code)
{
    const auto *found = std::ranges::find(meanings, code, &Meaning::code);
    return found == meanings.end() ? lost : found->words;
}

Words wordsFor(const Transfer &transfer, bool usesProxy)
{
    if (transfer.isTooBig())
        return tooBig;
    const auto tunnel = transfer.number(CURLINFO_HTTP_CONNECTCODE); // 0: none was asked for
    if (usesProxy && (tunnel == 407 || transfer.status() == 407))
        return proxyWantsLogin;
    if (tunnel >= 300) {
        auto words = proxyForbids;
        words.passing = tunnel >= 500;
        return words;
    }
    const auto code = *transfer.result;
    if (code == CURLE_COULDNT_CONNECT && transfer.number(CURLINFO_OS_ERRNO) == ECONNREFUSED)
        return usesProxy ? proxyRefuses : refuses;
    return wordsFor(code);
}

} // namespace

std::optional<Fault> faultOf(const Transfer &transfer, const Request &request, bool usesProxy)
{
    if (*transfer.result == CURLE_OK && !(usesProxy && transfer.status() == 407))
        return {};
    const auto words = wordsFor(transfer, usesProxy);
    const auto place = Origin::of(request.url);
    return Fault{
        .error = {.kind = words.kind,
                  .message = Text::tr(words.message).arg(place ? place->authority() : QString{}),
                  .remedy = *words.remedy ? Text::tr(words.remedy) : QString{},
                  .details = printable(request.url) + u": "_s + transfer.reason()},
        .passing = words.passing,
    };
}

Fault withoutCurl()
{
    return {{.kind = Kind::Offline,
             .message = Text::tr("The library libcurl could not be loaded."),
             .remedy = Text::tr("Install it: libcurl4t64 in Debian, libcurl elsewhere.")}};
}

} // namespace slipway::http
