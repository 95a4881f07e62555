// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QList>
#include <QTimeZone>

namespace slipway::test
{

/// A clock that jumps: a sleep takes no time, moves `now` on, and is noted.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(QDateTime now = {QDate{2026, 3, 1}, QTime{12, 0}, QTimeZone::UTC})
        : m_now(std::move(now))
    {
    }

    [[nodiscard]] QDateTime now() const override { return m_now; }

    [[nodiscard]] QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        if (stop.stop_requested())
            co_return failure(cancelled());
        m_sleeps.append(duration);
        advance(duration);
        co_return {};
    }

    void advance(std::chrono::milliseconds duration) { m_now = m_now.addDuration(duration); }
    [[nodiscard]] const QList<std::chrono::milliseconds> &sleeps() const { return m_sleeps; }

private:
    QDateTime m_now;
    QList<std::chrono::milliseconds> m_sleeps;
};

} // namespace slipway::test
