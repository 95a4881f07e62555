// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

/// Times as the Images screen says them, where words/ages.h is shorter.
namespace slipway::images
{

/// In a sentence: "40 s", "27 min", "5 hours", "2 days".
[[nodiscard]] QString spokenAge(const QDateTime &since, const QDateTime &now);

/// "1 Dec 2026", also in this year: it is a date of a plan.
[[nodiscard]] QString wholeDay(const QDate &date);

/// "24 Nov, 14:05", also today.
[[nodiscard]] QString wholeMoment(const QDateTime &time, const QDateTime &now);

} // namespace slipway::images
