// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSocketNotifier>

#include <curl/curl.h>

#include <chrono>
#include <functional>

namespace slipway::http
{

/// The sockets that libcurl waits for, behind one descriptor that Qt waits for (epoll(7)): libcurl says anew for each
/// request what it waits for, and notifiers that are made as often cost a twentieth of what this program does for it.
class Sockets
{
public:
    /// `act` is told which socket is ready for what: CURL_CSELECT_IN, CURL_CSELECT_OUT, or 0 for libcurl to look
    /// itself, see curl_multi_socket_action(3). `gathering` as in Settings.
    explicit Sockets(std::function<void(curl_socket_t socket, int events)> act,
                     std::chrono::microseconds gathering = {});
    ~Sockets();
    Sockets(const Sockets &) = delete;
    Sockets &operator=(const Sockets &) = delete;

    /// Before anything is watched; again does no harm. False where the program has too many files open.
    [[nodiscard]] bool open();

    /// `what` is of CURLMOPT_SOCKETFUNCTION(3). Where the system has no room for one more, its transfer ends at its
    /// deadline: all that libcurl could be told is to give up the others too.
    void watch(curl_socket_t socket, int what);

private:
    void actOnReady();

    std::function<void(curl_socket_t, int)> m_act;
    std::chrono::microseconds m_gathering;
    std::chrono::steady_clock::time_point m_lastRead;
    QSet<curl_socket_t> m_watched;
    int m_epoll = -1;
    QSocketNotifier m_notifier{QSocketNotifier::Read};
};

} // namespace slipway::http
