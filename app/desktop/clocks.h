// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <optional>

namespace slipway::desktop
{

/// The system's time, or one that stands still while sleepers still sleep: the demo's pictures are of one moment.
class ProgramClock final : public Clock
{
public:
    explicit ProgramClock(std::optional<QDateTime> still = {})
        : m_still{std::move(still)}
    {
    }

    [[nodiscard]] QDateTime now() const override { return m_still.value_or(m_system.now()); }
    [[nodiscard]] QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        return m_system.sleep(duration, std::move(stop));
    }

private:
    std::optional<QDateTime> m_still;
    SystemClock m_system;
};

} // namespace slipway::desktop
