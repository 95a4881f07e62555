// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ages.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway::words
{

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("words", text, nullptr, count);
}

} // namespace

QString age(const QDateTime &since, const QDateTime &now)
{
    const auto seconds = std::max<qint64>(0, since.secsTo(now));
    if (seconds < 60)
        return tr("%n s", static_cast<int>(seconds));
    if (seconds < 3600)
        return tr("%n min", static_cast<int>(seconds / 60));
    if (seconds < 24 * 3600)
        return tr("%n h", static_cast<int>(seconds / 3600));
    const auto days = static_cast<int>(seconds / (24 * 3600));
    return days == 1 ? tr("1 day") : tr("%n days", days);
}

QString ago(const QDateTime &since, const QDateTime &now)
{
    return tr("%1 ago").arg(age(since, now));
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
    return QLocale().toString(date, isThisYear ? tr("d MMM") : tr("d MMM yyyy"));
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
    return tr("%1, %2").arg(day(date, now), clockTime(time));
}

QString exactTime(const QDateTime &time)
{
    const auto local = time.toLocalTime();
    return tr("%1, %2 %3")
        .arg(QLocale().toString(local.date(), tr("d MMM yyyy")), local.time().toString(u"HH:mm:ss"_s),
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
    return tr("State of %1").arg(dayAndTime(time, now));
}

} // namespace slipway::words
