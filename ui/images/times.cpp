// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/times.h"

#include "ui/images/text.h"
#include "ui/words/ages.h"

#include <QLocale>

namespace slipway::images
{

QString spokenAge(const QDateTime &since, const QDateTime &now)
{
    constexpr qint64 hour = 3600;
    const auto seconds = since.secsTo(now);
    if (seconds < hour || seconds >= 24 * hour)
        return words::age(since, now);
    const auto hours = static_cast<int>(seconds / hour);
    return hours == 1 ? Text::tr("1 hour") : Text::tr("%n hours", nullptr, hours);
}

QString wholeDay(const QDate &date)
{
    return QLocale().toString(date, Text::tr("d MMM yyyy"));
}

QString wholeMoment(const QDateTime &time, const QDateTime &now)
{
    return Text::tr("%1, %2").arg(words::day(time.toLocalTime().date(), now), words::clockTime(time));
}

} // namespace slipway::images
