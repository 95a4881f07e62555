// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QCoroTimer>

#include <QCoreApplication>
#include <QTimer>

namespace slipway
{

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

QCoro::Task<Result<>> SystemClock::sleep(std::chrono::milliseconds duration, std::stop_token stop)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(duration);
    // The stop may come from another thread; the timer is started again by its own.
    const std::stop_callback wake{stop, [&timer] { QMetaObject::invokeMethod(&timer, [&timer] { timer.start(0); }); }};
    co_await timer;

    if (stop.stop_requested())
        co_return failure(cancelled());
    co_return {};
}

Result<QDateTime> parseTime(QStringView text)
{
    const auto time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return failure({
            .kind = Error::Kind::InvalidInput,
            .message = QCoreApplication::translate("base", "“%1” is not a time with its offset from UTC.").arg(text),
        });
    return time.toUTC();
}

} // namespace slipway
