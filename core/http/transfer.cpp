// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/transfer.h"

#include <fcntl.h>

namespace slipway::http
{

using namespace Qt::StringLiterals;
using Name = QHttpHeaders::WellKnownHeader;

namespace
{

constexpr long stallLimit = 30; // seconds
constexpr long bufferSize = 100 << 10;
constexpr qint64 mostHeadBytes = 256 << 10; // libcurl's own limit is a little higher, and no error of its own

/// RFC 9110 5.6.2: what QHttpHeaders accepts as a name.
bool isToken(QByteArrayView name)
{
    constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::ranges::all_of(name, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || marks.contains(c);
    });
}

/// RFC 9110 5.5.
bool isValue(QByteArrayView value)
{
    return std::ranges::none_of(value, [](uchar c) { return (c < ' ' && c != '\t') || c == 0x7f; });
}

std::optional<std::pair<QLatin1StringView, QByteArrayView>> headerIn(QByteArrayView line)
{
    const auto colon = line.indexOf(':');
    const auto name = colon > 0 ? line.first(colon) : QByteArrayView{};
    const auto value = line.sliced(colon + 1).trimmed();
    if (!isToken(name) || !isValue(value))
        return {};
    return std::pair{QLatin1StringView(name), value};
}

} // namespace

Transfer::Transfer(const LibCurl &curl, const Request &request, const Route &route)
    : m_curl(curl)
    , m_easy(curl.easyInit())
    , m_mostBytes(request.limits.bytes)
{
    set(CURLOPT_PRIVATE, static_cast<void *>(this));
    set(CURLOPT_ERRORBUFFER, m_reason.data());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_BUFFERSIZE, bufferSize);
    limit(request.limits);
    this->route(request, route);
    ask(request);
    receive();
}

Transfer::~Transfer()
{
    m_curl.easyCleanup(m_easy);
    m_curl.listFree(m_headers);
    m_curl.listFree(m_connectTo);
}

long Transfer::number(CURLINFO what) const
{
    long value = 0;
    m_curl.easyGetInfo(m_easy, what, &value);
    return value;
}

QString Transfer::reason() const
{
    return QString::fromUtf8(m_reason.front() ? m_reason.data() : m_curl.easyText(result.value_or(CURLE_OK)));
}

void Transfer::limit(const Limits &limits)
{
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.deadline.count()));
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, stallLimit);
    set(CURLOPT_QUICK_EXIT, 1L); // else the end of a transfer waits for a name that is being looked up, which can last
}

void Transfer::route(const Request &request, const Route &route)
{
    auto url = request.url;
    if (!route.endpoint.isEmpty()) {
        url.setScheme(route.endpoint.scheme());
        const QByteArray place = "::" + route.endpoint.authority(QUrl::FullyEncoded).toLatin1();
        m_connectTo = m_curl.listAppend(nullptr, place.constData());
        set(CURLOPT_CONNECT_TO, m_connectTo);
    }
    m_isWaitedFor = url.scheme() == "https"_L1;
    if (m_isWaitedFor)
        set(CURLOPT_PIPEWAIT, 1L); // rather a stream of a connection that is being made than one more
    set(CURLOPT_URL, url.toEncoded(QUrl::RemoveFragment).constData());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(
        CURLOPT_SOCKOPTFUNCTION, +[](void *, curl_socket_t socket, curlsocktype) -> int {
            fcntl(socket, F_SETFD, FD_CLOEXEC); // a program that we start shall not keep our connections open
            return CURL_SOCKOPT_OK;
        });

    goThrough(route.proxy);
    believe(route.trust);
}

void Transfer::goThrough(const QUrl &proxy)
{
    // Said also where there is none: libcurl would look into the environment.
    set(CURLOPT_PROXY, proxy.toEncoded(QUrl::RemoveUserInfo).constData());
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_SOCKS5_AUTH, CURLAUTH_BASIC); // for GSSAPI, libcurl waits without the event loop
    if (!proxy.userName().isEmpty()) {
        set(CURLOPT_PROXYUSERNAME, proxy.userName(QUrl::FullyDecoded).toUtf8().constData());
        set(CURLOPT_PROXYPASSWORD, proxy.password(QUrl::FullyDecoded).toUtf8().constData());
    }
}

void Transfer::believe(const Trust &trust)
{
    if (trust.usesFolder) // libcurl would read the file besides
        set(CURLOPT_CAINFO, static_cast<const char *>(nullptr));
    if (!trust.pem.isEmpty()) {
        curl_blob pem{.data = const_cast<char *>(trust.pem.constData()),
                      .len = static_cast<std::size_t>(trust.pem.size()),
                      .flags = CURL_BLOB_NOCOPY};
        set(CURLOPT_CAINFO_BLOB, &pem);
    }
}

void Transfer::ask(const Request &request)
{
    for (qsizetype i = 0; i < request.headers.size(); ++i) {
        const QByteArray name(request.headers.nameAt(i).latin1());
        const auto value = request.headers.valueAt(i);
        const QByteArray lead = name + (value.isEmpty() ? ";" : ": ");
        addHeader(lead + value);
    }
    addHeader("User-Agent: slipway/" SLIPWAY_VERSION);
    addHeader("Accept-Language: en");
    if (!request.headers.contains(Name::AcceptEncoding))
        set(CURLOPT_ACCEPT_ENCODING, ""); // all that it can undo
    if (request.method == "HEAD")
        set(CURLOPT_NOBODY, 1L);
    else if (request.method != "GET")
        askWithBody(request);
    set(CURLOPT_HTTPHEADER, m_headers);
}

void Transfer::askWithBody(const Request &request)
{
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_COPYPOSTFIELDS, request.body.constData());
    set(CURLOPT_CUSTOMREQUEST, request.method.constData());
    addHeader("Expect:");
    if (!request.headers.contains(Name::ContentType))
        addHeader("Content-Type:");
    if (!request.repeatable)
        sendOnce();
}

/// libcurl sends a request again by itself if its connection was used before, or is by others too (HTTP/2), and is
/// closed unanswered. So this one has a connection of its own.
void Transfer::sendOnce()
{
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
}

void Transfer::addHeader(const QByteArray &line)
{
    m_headers = m_curl.listAppend(m_headers, line.constData());
}

void Transfer::receive()
{
    set(CURLOPT_HEADERDATA, static_cast<void *>(this));
    set(
        CURLOPT_HEADERFUNCTION, +[](char *line, std::size_t, std::size_t size, void *self) {
            const bool isRead = static_cast<Transfer *>(self)->readHeader({line, static_cast<qsizetype>(size)});
            return isRead ? size : std::size_t{CURL_WRITEFUNC_ERROR};
        });
    set(CURLOPT_WRITEDATA, static_cast<void *>(this));
    set(
        CURLOPT_WRITEFUNCTION, +[](char *bytes, std::size_t, std::size_t size, void *self) {
            const bool isRead = static_cast<Transfer *>(self)->readBody({bytes, static_cast<qsizetype>(size)});
            return isRead ? size : std::size_t{CURL_WRITEFUNC_ERROR};
        });
}

/// Keeps what the head of the answer says, not what is said on the way to it or after its body.
bool Transfer::readHeader(QByteArrayView line)
{
    m_headBytes += line.size();
    m_isTooBig = m_headBytes > mostHeadBytes;
    if (!m_isInHead && line.startsWith("HTTP/")) {
        m_isInHead = true;
        headers.clear();
    } else if (m_isInHead) {
        m_isInHead = !line.trimmed().isEmpty();
        if (const auto header = headerIn(line))
            headers.append(header->first, header->second);
    }
    return !m_isTooBig;
}

bool Transfer::readBody(QByteArrayView bytes)
{
    m_isTooBig = body.size() + bytes.size() > m_mostBytes;
    if (!m_isTooBig)
        body.append(bytes);
    return !m_isTooBig;
}

} // namespace slipway::http
