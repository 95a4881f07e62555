// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <cstddef>
#include <functional>
#include <list>
#include <optional>
#include <stop_token>
#include <utility>

namespace slipway::http
{

/// Coroutines that wait until they are called, one after the other. A stop takes one out, and it goes on at once.
/// For one thread; must outlive who waits.
class WaitingLine
{
public:
    enum class End { Front, Back };

    /// Awaited: true when it is called, false when a stop is requested.
    class Place
    {
    public:
        Place(WaitingLine &line, End end, std::stop_token stop)
            : m_line(line)
            , m_end(end)
            , m_stop(std::move(stop))
        {
        }
        [[nodiscard]] bool await_ready() const { return m_stop.stop_requested(); }
        void await_suspend(std::coroutine_handle<> waiter)
        {
            auto &places = m_line.m_places;
            m_waiter = waiter;
            places.insert(m_end == End::Front ? places.begin() : places.end(), this);
            m_onStop.emplace(m_stop, [this] {
                m_line.m_places.remove(this);
                m_waiter.resume();
            });
        }
        [[nodiscard]] bool await_resume() const { return m_isCalled; }

    private:
        friend WaitingLine;

        WaitingLine &m_line;
        End m_end;
        std::stop_token m_stop;
        bool m_isCalled = false;
        std::coroutine_handle<> m_waiter;
        std::optional<std::stop_callback<std::function<void()>>> m_onStop;
    };

    [[nodiscard]] bool isEmpty() const { return m_places.empty(); }
    [[nodiscard]] std::size_t size() const { return m_places.size(); }

    /// Somebody must wait. What comes of it may be the end of this.
    void callNext()
    {
        Place *next = m_places.front();
        m_places.pop_front();
        next->m_isCalled = true;
        next->m_waiter.resume();
    }

private:
    std::list<Place *> m_places;
};

} // namespace slipway::http
