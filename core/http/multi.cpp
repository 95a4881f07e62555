// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/multi.h"

namespace slipway::http
{

using namespace std::chrono_literals;

namespace
{
constexpr long keptConnections = 256; // all hosts together; four for each transfer under way otherwise
constexpr int statesUntilWaiting = 3; // of a transfer, for an address or a connection
} // namespace

Multi::Multi(const LibCurl &curl, std::chrono::microseconds gathering)
    : m_curl(curl)
    , m_multi(curl.multiInit())
    , m_nobody(curl.easyInit())
    , m_sockets([this](curl_socket_t socket, int events) { act(socket, events); }, gathering)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });

    const auto set = [this](CURLMoption option, auto value) { m_curl.multiSetOption(m_multi, option, value); };
    set(CURLMOPT_MAXCONNECTS, keptConnections);
    set(CURLMOPT_SOCKETDATA, static_cast<void *>(&m_sockets));
    set(
        CURLMOPT_SOCKETFUNCTION, +[](CURL *, curl_socket_t socket, int what, void *sockets, void *) {
            static_cast<Sockets *>(sockets)->watch(socket, what);
            return 0;
        });
    set(CURLMOPT_TIMERDATA, static_cast<void *>(this));
    set(
        CURLMOPT_TIMERFUNCTION, +[](CURLM *, long milliseconds, void *self) {
            auto &timer = static_cast<Multi *>(self)->m_timer;
            if (milliseconds < 0)
                timer.stop();
            else
                timer.start(std::chrono::milliseconds{milliseconds});
            return 0;
        });
}

Multi::~Multi()
{
    m_curl.easyCleanup(m_nobody);
    m_curl.multiCleanup(m_multi);
}

void Multi::start(Transfer &transfer, std::coroutine_handle<> waiter)
{
    transfer.waiter = waiter;
    if (transfer.isWaitedFor())
        lookAgainWhenConnected(transfer);
    if (!m_sockets.open() || m_curl.multiAdd(m_multi, transfer.handle()) != CURLM_OK)
        return end(transfer, CURLE_FAILED_INIT); // too many open files, or out of memory
    // On its way before the next one is made: libcurl goes from one of its states to the next in each of these.
    for (int i = 0; i < statesUntilWaiting && m_timer.isActive() && m_timer.intervalAsDuration() == 0ms; ++i)
        act(CURL_SOCKET_TIMEOUT, 0);
}

void Multi::stop(Transfer &transfer)
{
    if (transfer.waiter && !transfer.result)
        end(transfer, CURLE_ABORTED_BY_CALLBACK);
}

void Multi::act(curl_socket_t socket, int events)
{
    int running = 0;
    m_curl.multiSocketAction(m_multi, socket, events, &running);
    if (std::exchange(m_isConnected, false))
        lookAgain();
    int left = 0;
    while (const CURLMsg *message = m_curl.multiInfoRead(m_multi, &left)) {
        void *transfer = nullptr;
        m_curl.easyGetInfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        end(*static_cast<Transfer *>(transfer), message->data.result);
    }
}

void Multi::lookAgainWhenConnected(const Transfer &transfer)
{
    const auto set = [&](CURLoption option, auto value) { m_curl.easySetOption(transfer.handle(), option, value); };
    set(CURLOPT_PREREQDATA, static_cast<void *>(this));
    set(
        CURLOPT_PREREQFUNCTION, +[](void *self, char *, char *, int, int) -> int {
            static_cast<Multi *>(self)->m_isConnected = true;
            return CURL_PREREQFUNC_OK;
        });
}

/// Transfers that wait to share a connection that is being made (CURLOPT_PIPEWAIT): if it turns out to be none of
/// HTTP/2, libcurl lets them wait for the answer to the transfer that made it. It looks at them whenever a transfer
/// goes.
void Multi::lookAgain()
{
    m_curl.multiAdd(m_multi, m_nobody);
    m_curl.multiRemove(m_multi, m_nobody);
}

/// Queued: what comes after may end with the destruction of this, which must not happen in the midst of its work.
void Multi::end(Transfer &transfer, CURLcode result)
{
    transfer.result = result;
    m_curl.multiRemove(m_multi, transfer.handle());
    m_ended.append(&transfer);
    QMetaObject::invokeMethod(this, &Multi::resumeNext, Qt::QueuedConnection);
}

/// One for each event: what an answer brings about may wait for another in an event loop of its own.
void Multi::resumeNext()
{
    m_ended.takeFirst()->waiter.resume();
}

} // namespace slipway::http
