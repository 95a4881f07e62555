// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringView>

#include <chrono>

namespace slipway::simulator::demo
{

/// "2d3h15m", "9m50s".
[[nodiscard]] std::chrono::seconds duration(QStringView text);

/// A time as the story tells it, seen from its start: "-2d3h15m", "+38m".
[[nodiscard]] QDateTime at(const QDateTime &start, QStringView offset);

} // namespace slipway::simulator::demo
