// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QCoroTask>
#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace slipway
{

/// Where time comes from. Tests put a clock of their own in its place, which jumps.
class Clock
{
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC, milliseconds

    /// Ends after that time, or at once with Cancelled when a stop is requested.
    [[nodiscard]] virtual QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) = 0;
};

/// The system's time. Needs an event loop to sleep.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] QCoro::Task<Result<>> sleep(std::chrono::milliseconds duration, std::stop_token stop) override;
};

/// A point in time with its offset from UTC, in UTC and milliseconds. Source: RFC 3339. Errors: InvalidInput.
[[nodiscard]] Result<QDateTime> parseTime(QStringView text);

} // namespace slipway
