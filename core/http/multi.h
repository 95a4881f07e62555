// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/sockets.h"
#include "core/http/transfer.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <coroutine>

namespace slipway::http
{

/// Runs transfers in the event loop of its thread: libcurl says which sockets and which time to wait for
/// (curl_multi_socket_action(3)), Qt waits. Ends after the last of its transfers. How many there are at once, and so
/// how many connections, is for the stage `courtesy` to say: libcurl counts by address, which many hosts may share.
class Multi final : public QObject
{
public:
    Multi(const LibCurl &curl, std::chrono::microseconds gathering); ///< `gathering` as in Settings
    ~Multi() override;

    /// Awaited: runs a transfer to its end, or until stop().
    class Run
    {
    public:
        Run(Multi &multi, Transfer &transfer)
            : m_multi(multi)
            , m_transfer(transfer)
        {
        }
        [[nodiscard]] static bool await_ready() { return false; }
        void await_suspend(std::coroutine_handle<> waiter) { m_multi.start(m_transfer, waiter); }
        static void await_resume() {}

    private:
        Multi &m_multi;
        Transfer &m_transfer;
    };

    /// Ends a transfer at once, to the wire; nothing where it has ended.
    void stop(Transfer &transfer);

private:
    void start(Transfer &transfer, std::coroutine_handle<> waiter);
    void act(curl_socket_t socket, int events);
    void end(Transfer &transfer, CURLcode result);
    void resumeNext();
    void lookAgainWhenConnected(const Transfer &transfer);
    void lookAgain();

    const LibCurl &m_curl;
    CURLM *m_multi;
    CURL *m_nobody; ///< for lookAgain()
    Sockets m_sockets;
    QTimer m_timer;
    QList<Transfer *> m_ended;  ///< whose waiters are still to be resumed
    bool m_isConnected = false; ///< a transfer has got its connection: lookAgain() is due
};

} // namespace slipway::http
