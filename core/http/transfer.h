// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/libcurl.h"
#include "core/http/transport.h"
#include "core/http/trust.h"

#include <array>
#include <coroutine>

namespace slipway::http
{

/// Where a request goes on the wire, and whom it trusts there.
struct Route
{
    QUrl proxy = {};    ///< http or socks5; empty: none
    QUrl endpoint = {}; ///< what stands in for the URL's host; empty: nothing
    Trust trust = {};   ///< with https
};

/// One exchange through libcurl: what is asked, and what has come of it so far. Its route must outlive it.
class Transfer
{
public:
    Transfer(const LibCurl &curl, const Request &request, const Route &route);
    ~Transfer();
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    [[nodiscard]] CURL *handle() const { return m_easy; }
    [[nodiscard]] int status() const { return static_cast<int>(number(CURLINFO_RESPONSE_CODE)); }
    [[nodiscard]] long number(CURLINFO what) const;
    [[nodiscard]] bool isWaitedFor() const { return m_isWaitedFor; } ///< others may want to share its connection
    [[nodiscard]] bool isTooBig() const { return m_isTooBig; }
    [[nodiscard]] QString reason() const; ///< why it failed, in libcurl's words

    std::coroutine_handle<> waiter = {};
    std::optional<CURLcode> result = {}; ///< when it has ended
    QHttpHeaders headers = {};
    QByteArray body = {};

private:
    void set(CURLoption option, auto value) { m_curl.easySetOption(m_easy, option, value); }
    void limit(const Limits &limits);
    void ask(const Request &request);
    void askWithBody(const Request &request);
    void sendOnce();
    void route(const Request &request, const Route &route);
    void goThrough(const QUrl &proxy);
    void believe(const Trust &trust);
    void receive();
    void addHeader(const QByteArray &line);
    bool readHeader(QByteArrayView line);
    bool readBody(QByteArrayView bytes);

    const LibCurl &m_curl;
    CURL *m_easy;
    curl_slist *m_headers = nullptr;
    curl_slist *m_connectTo = nullptr;
    qint64 m_mostBytes;
    qint64 m_headBytes = 0;
    bool m_isWaitedFor = false;
    bool m_isInHead = false;
    bool m_isTooBig = false;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
};

} // namespace slipway::http
