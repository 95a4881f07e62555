// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QCoroTimer>

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <optional>

namespace slipway::test
{

/// What a task ends with; nothing, and a failed test, if it does not end in time.
template<class T>
[[nodiscard]] std::optional<T> awaited(QCoro::Task<T> task,
                                       std::chrono::milliseconds deadline = std::chrono::seconds{5})
{
    auto ended = std::make_shared<std::optional<T>>();
    const auto loop = std::make_shared<QEventLoop>(); // not qWaitFor(), which sleeps 10 ms between two looks
    task.then([ended, loop](T value) {
        *ended = std::move(value);
        loop->quit();
    });
    if (!ended->has_value()) {
        QTimer::singleShot(deadline, loop.get(), &QEventLoop::quit);
        loop->exec();
    }
    if (!ended->has_value())
        QTest::qFail("the task did not end in time", __FILE__, __LINE__);
    return *ended;
}

} // namespace slipway::test
