// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QThreadPool>

#include <concepts>
#include <coroutine>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace slipway
{

/// Awaited, it does that work in another thread, and goes on in the main one with what came of it. Who awaits must not
/// be destroyed before.
template<std::invocable Work> class Aside
{
    using Made = std::invoke_result_t<Work>;

public:
    explicit Aside(Work work)
        : m_work(std::move(work))
    {
    }

    [[nodiscard]] bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiter)
    {
        QThreadPool::globalInstance()->start([this, waiter] {
            if constexpr (std::is_void_v<Made>)
                m_work();
            else
                m_made.emplace(m_work());
            QMetaObject::invokeMethod(qApp, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
        });
    }
    Made await_resume()
    {
        if constexpr (!std::is_void_v<Made>)
            return *std::move(m_made);
    }

private:
    Work m_work;
    std::optional<std::conditional_t<std::is_void_v<Made>, std::monostate, Made>> m_made;
};

} // namespace slipway
