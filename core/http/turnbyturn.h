// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <coroutine>
#include <deque>

namespace slipway::http
{

/// Awaited: goes on in a later turn of the event loop, one waiter in each, so that the wire is looked at in between.
class TurnByTurn
{
public:
    auto operator co_await()
    {
        struct Awaiter
        {
            TurnByTurn &turns;

            [[nodiscard]] static bool await_ready() { return false; }
            void await_suspend(std::coroutine_handle<> waiter) const { turns.add(waiter); }
            static void await_resume() {}
        };
        return Awaiter{*this};
    }

private:
    void add(std::coroutine_handle<> waiter)
    {
        m_waiting.push_back(waiter);
        if (m_waiting.size() == 1)
            wait();
    }
    void wait()
    {
        QMetaObject::invokeMethod(&m_here, [this] { resumeNext(); }, Qt::QueuedConnection);
    }
    void resumeNext()
    {
        const auto waiter = m_waiting.front();
        m_waiting.pop_front();
        if (!m_waiting.empty())
            wait();
        waiter.resume(); // may be the end of this
    }

    QObject m_here;
    std::deque<std::coroutine_handle<>> m_waiting;
};

} // namespace slipway::http
