// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ages.h"

#include "ui/words/text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway::words
{

QString age(const QDateTime &since, const QDateTime &now)
{
    const auto seconds = std::max<qint64>(0, since.secsTo(now));
    if (seconds < 60)
        return Text::tr("%n s", nullptr, static_cast<int>(seconds));
    if (seconds < 3600)
        return Text::tr("%n min", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 24 * 3600)
        return Text::tr("%n h", nullptr, static_cast<int>(seconds / 3600));
    const auto days = static_cast<int>(seconds / (24 * 3600));
    return days == 1 ? Text::tr("1 day") : Text::tr("%n days", nullptr, days);
}

QString ago(const QDateTime &since, const QDateTime &now)
{
    return Text::tr("%1 ago").arg(age(since, now));
}

QString clockTime(const QDateTime &time)
{
    const QLocale locale;
    auto format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s); // the C locale's short form has seconds
    return locale.toString(time.toLocalTime().time(), format);
}

QString day(const QDate &date, const QDateTime &now)
{
    const bool isThisYear = date.year() == now.toLocalTime().date().year();
    return QLocale().toString(date, isThisYear ? Text::tr("d MMM") : Text::tr("d MMM yyyy"));
}

QString moment(const QDateTime &time, const QDateTime &now)
{
    const auto date = time.toLocalTime().date();
    return date == now.toLocalTime().date() ? clockTime(time) : day(date, now);
}

QString dayAndTime(const QDateTime &time, const QDateTime &now)
{
    const auto date = time.toLocalTime().date();
    if (date == now.toLocalTime().date())
        return clockTime(time);
    return Text::tr("%1, %2").arg(day(date, now), clockTime(time));
}

QString exactTime(const QDateTime &time)
{
    const auto local = time.toLocalTime();
    return Text::tr("%1, %2 %3")
        .arg(QLocale().toString(local.date(), Text::tr("d MMM yyyy")), local.time().toString(u"HH:mm:ss"_s),
             local.timeZoneAbbreviation());
}

QString elapsed(std::chrono::seconds duration)
{
    const std::chrono::hh_mm_ss parts(std::max(duration, std::chrono::seconds(0)));
    const auto two = [](auto part) { return u"%1"_s.arg(part.count(), 2, 10, QChar(u'0')); };
    if (parts.hours().count() > 0)
        return u"%1:%2:%3"_s.arg(QString::number(parts.hours().count()), two(parts.minutes()), two(parts.seconds()));
    return u"%1:%2"_s.arg(QString::number(parts.minutes().count()), two(parts.seconds()));
}

bool isStale(const QDateTime &asked, const QDateTime &now, std::chrono::seconds interval)
{
    const auto limit = std::max(std::chrono::seconds(300), 2 * interval);
    return asked.isValid() && asked.secsTo(now) > limit.count();
}

QString stateOf(const QDateTime &time, const QDateTime &now)
{
    return Text::tr("State of %1").arg(dayAndTime(time, now));
}

} // namespace slipway::words
