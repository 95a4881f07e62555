// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/sockets.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <span>
#include <sys/epoll.h>
#include <thread>
#include <unistd.h>

namespace slipway::http
{

using namespace std::chrono_literals;

namespace
{
constexpr std::size_t mostAtOnce = 64; // others follow in the next turn of the event loop
constexpr qsizetype many = 8;
} // namespace

Sockets::Sockets(std::function<void(curl_socket_t, int)> act, std::chrono::microseconds gathering)
    : m_act(std::move(act))
    , m_gathering(gathering)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { actOnReady(); });
}

Sockets::~Sockets()
{
    m_notifier.setEnabled(false);
    if (m_epoll >= 0)
        close(m_epoll);
}

bool Sockets::open()
{
    if (m_epoll >= 0)
        return true;
    m_epoll = epoll_create1(EPOLL_CLOEXEC);
    if (m_epoll < 0)
        return false;
    m_notifier.setSocket(m_epoll);
    m_notifier.setEnabled(true);
    return true;
}

void Sockets::watch(curl_socket_t socket, int what)
{
    epoll_event event{.events = 0, .data = {.fd = socket}};
    if (what == CURL_POLL_IN || what == CURL_POLL_INOUT)
        event.events |= EPOLLIN;
    if (what == CURL_POLL_OUT || what == CURL_POLL_INOUT)
        event.events |= EPOLLOUT;
    if (what == CURL_POLL_REMOVE) {
        m_watched.remove(socket);
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
        return;
    }
    m_watched.insert(socket);
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event) != 0 && errno == EEXIST)
        epoll_ctl(m_epoll, EPOLL_CTL_MOD, socket, &event);
}

/// What one of them brings about may close another, and a new one may get its number: libcurl looks at that one once
/// more than it has to.
void Sockets::actOnReady()
{
    if (m_watched.size() >= many && m_gathering > 0us) {
        std::this_thread::sleep_until(m_lastRead + m_gathering);
        m_lastRead = std::chrono::steady_clock::now();
    }
    std::array<epoll_event, mostAtOnce> ready{};
    const int count = epoll_wait(m_epoll, ready.data(), static_cast<int>(ready.size()), 0);
    for (const auto &event : std::span(ready).first(static_cast<std::size_t>(std::max(count, 0)))) {
        const int readable = event.events & EPOLLIN ? CURL_CSELECT_IN : 0;
        const int writable = event.events & EPOLLOUT ? CURL_CSELECT_OUT : 0;
        m_act(event.data.fd, readable | writable);
    }
}

} // namespace slipway::http
