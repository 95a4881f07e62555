// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <coroutine>
#include <functional>
#include <list>
#include <optional>
#include <stop_token>
#include <utility>

namespace slipway::http
{

/// Lets those who wait go on in later turns of the event loop, one in each, so that the wire is looked at in between.
/// For the thread that made it; must outlive who waits.
class TurnByTurn
{
public:
    /// Awaited; at once when a stop is requested.
    class Turn
    {
    public:
        Turn(TurnByTurn &turns, std::stop_token stop)
            : m_turns(turns)
            , m_stop(std::move(stop))
        {
        }
        [[nodiscard]] bool await_ready() const { return m_stop.stop_requested(); }
        void await_suspend(std::coroutine_handle<> waiter)
        {
            m_waiter = waiter;
            m_turns.m_waiting.push_back(this);
            m_turns.wait();
            m_onStop.emplace(m_stop, [this] {
                m_turns.m_waiting.remove(this);
                m_waiter.resume();
            });
        }
        static void await_resume() {}

    private:
        friend TurnByTurn;

        TurnByTurn &m_turns;
        std::stop_token m_stop;
        std::coroutine_handle<> m_waiter;
        std::optional<std::stop_callback<std::function<void()>>> m_onStop;
    };

    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

private:
    void wait()
    {
        if (!m_waiting.empty() && !std::exchange(m_isPosted, true))
            QMetaObject::invokeMethod(&m_here, [this] { resumeNext(); }, Qt::QueuedConnection);
    }
    void resumeNext()
    {
        m_isPosted = false;
        if (m_waiting.empty())
            return;
        const Turn *next = m_waiting.front();
        m_waiting.pop_front();
        wait();
        next->m_waiter.resume(); // may be the end of this
    }

    QObject m_here;
    std::list<Turn *> m_waiting;
    bool m_isPosted = false;
};

} // namespace slipway::http
