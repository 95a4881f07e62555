// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

/// Times as people say them. Given in UTC, shown in the person's zone and locale; "now" is always handed in.
namespace slipway::words
{

/// "40 s", "27 min", "5 h", "2 days"; "0 s" for what lies ahead.
[[nodiscard]] QString age(const QDateTime &since, const QDateTime &now);

/// The same with "ago".
[[nodiscard]] QString ago(const QDateTime &since, const QDateTime &now);

/// Today "14:05", this year "24 Nov", else "24 Nov 2025".
[[nodiscard]] QString moment(const QDateTime &time, const QDateTime &now);

/// "14:05" today, else "24 Nov, 14:05".
[[nodiscard]] QString dayAndTime(const QDateTime &time, const QDateTime &now);

[[nodiscard]] QString clockTime(const QDateTime &time);             ///< "14:05"
[[nodiscard]] QString day(const QDate &date, const QDateTime &now); ///< "1 Dec", or "1 Dec 2026" in another year

/// For a tooltip: to the second, with the zone.
[[nodiscard]] QString exactTime(const QDateTime &time);

/// What has run so far: "0:09", "1:12", "1:02:40".
[[nodiscard]] QString elapsed(std::chrono::seconds duration);

/// Data older than this, at that interval of asking, are shown as old.
[[nodiscard]] bool isStale(const QDateTime &asked, const QDateTime &now, std::chrono::seconds interval);

/// "State of 14:32", for what is shown although it is old.
[[nodiscard]] QString stateOf(const QDateTime &time, const QDateTime &now);

} // namespace slipway::words
