// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <coroutine>

namespace slipway
{

/// Awaited in the main thread: goes on in the next turn of its event loop, so that nothing else waits for the whole of
/// a long work. Who awaits must not be destroyed before.
struct NextTurn
{
    [[nodiscard]] static bool await_ready() { return false; }
    static void await_suspend(std::coroutine_handle<> waiter)
    {
        QMetaObject::invokeMethod(qApp, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
    }
    static void await_resume() {}
};

/// Whether so many questions, put one after the other, have been enough for one turn.
[[nodiscard]] constexpr bool isTurnOver(std::size_t put)
{
    constexpr std::size_t inATurn = 16;
    return put > 0 && put % inATurn == 0;
}

} // namespace slipway
