// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/wire.h"

#include <QHostAddress>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace slipway::simulator::wire
{
namespace
{

using Name = QHttpHeaders::WellKnownHeader;

/// Names of this machine are reached as they are; all others stand for a host of the real world, which speaks TLS.
bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress{host}.isLoopback();
}

QString baseOf(const QString &authority, const QString &scheme)
{
    const QUrl url{u"//"_s + authority};
    return (isThisMachine(url.host()) ? scheme : u"https"_s) + u"://"_s + authority;
}

/// The request of a head: everything but the body. Errors: the status to refuse it with.
std::expected<Request, int> readHead(const QByteArray &text, const QString &scheme)
{
    const auto lines = text.split('\n');
    const auto words = lines.front().trimmed().split(' ');
    if (words.size() != 3 || !words.at(1).startsWith('/') || !words.at(2).startsWith("HTTP/1."))
        return std::unexpected(400);
    Request request{.method = words.at(0), .host = {}, .base = {}, .path = {}};
    const auto target = QString::fromLatin1(words.at(1));
    request.path = target.section(u'?', 0, 0);
    request.query = QUrlQuery{target.section(u'?', 1)};
    const auto fields = lines.sliced(1);
    for (const auto &line : fields) {
        const auto colon = line.indexOf(':');
        if (colon < 1)
            return std::unexpected(400);
        request.headers.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    if (request.headers.contains(Name::TransferEncoding))
        return std::unexpected(411);
    request.host = QString::fromLatin1(request.headers.value(Name::Host)).toLower();
    request.base = baseOf(request.host, scheme);
    return request;
}

QByteArray reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 422: return "Unprocessable Entity";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    case 502: return "Bad Gateway";
    default: return "Status";
    }
}

} // namespace

std::expected<std::optional<Request>, int> takeRequest(QByteArray &input, const QString &scheme)
{
    const auto end = input.indexOf("\r\n\r\n");
    if (end < 0 && input.size() <= longestHead)
        return std::nullopt;
    if (end < 0 || end > longestHead)
        return std::unexpected(431);
    auto request = readHead(input.first(end), scheme);
    if (!request)
        return std::unexpected(request.error());
    const auto body = end + 4;
    const auto length = request->headers.value(Name::ContentLength).toLongLong();
    if (length < 0 || length > longestBody)
        return std::unexpected(413);
    if (input.size() < body + length)
        return std::nullopt;
    request->body = input.sliced(body, length);
    input.remove(0, body + length);
    return request;
}

QByteArray head(const Answer &answer, const QDateTime &now)
{
    const auto date = QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason(answer.status) + "\r\n";
    text += "Date: " + date.toLatin1() + "\r\n";
    for (qsizetype i = 0; i < answer.headers.size(); ++i)
        text += QByteArray{answer.headers.nameAt(i).data(), answer.headers.nameAt(i).size()} + ": " +
                answer.headers.valueAt(i) + "\r\n";
    const bool hasLength = answer.headers.contains(Name::ContentLength);
    if (!hasLength && answer.status != 204 && answer.status != 304)
        text += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return text + "\r\n";
}

bool hasBody(const QByteArray &method, int status)
{
    return method != "HEAD" && status != 204 && status != 304;
}

} // namespace slipway::simulator::wire
