// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/retryafter.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace slipway::http
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

constexpr double longest = 10.0 * 365 * 24 * 60 * 60 * 1000; // in ms; beyond it nobody waits anyway

milliseconds rounded(double ms)
{
    return milliseconds{static_cast<qint64>(std::ceil(std::clamp(ms, 0.0, longest)))};
}

struct Unit
{
    QByteArrayView name;
    double ms;
};

// longer names before those that they begin with
constexpr std::array units{
    Unit{"ms", 1},          Unit{"ns", 1e-6},     Unit{"us", 1e-3},  Unit{"\xc2\xb5s", 1e-3}, Unit{"\xce\xbcs", 1e-3},
    Unit{"\\u00b5s", 1e-3}, Unit{"h", 3'600'000}, Unit{"m", 60'000}, Unit{"s", 1'000},
};

qsizetype numberLength(QByteArrayView text)
{
    const auto isPart = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    return std::ranges::find_if_not(text, isPart) - text.begin();
}

std::optional<milliseconds> parseHeader(QByteArrayView text, const QDateTime &now)
{
    text = text.trimmed();
    if (!text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return rounded(text.toDouble() * 1000);
    const auto date = parseHttpDate(text);
    return date.isValid() ? std::optional(rounded(static_cast<double>(now.msecsTo(date)))) : std::nullopt;
}

} // namespace

QDateTime parseHttpDate(QByteArrayView text)
{
    QString line = QString::fromLatin1(text).simplified();
    if (line.endsWith(" GMT"_L1))
        line.chop(4);
    // Every answer has a date, and a format of one's own takes Qt ten times as long as the usual one.
    if (const auto date = QDateTime::fromString(line, Qt::RFC2822Date); date.isValid())
        return date.toUTC();
    const auto time = line.lastIndexOf(u' ');
    const auto day = QLocale::c().toDate(line.first(std::max<qsizetype>(0, time)), u"dddd, dd-MMM-yy"_s, 2000);
    const auto clock = QTime::fromString(line.sliced(time + 1), u"hh:mm:ss"_s);
    return day.isValid() && clock.isValid() ? QDateTime{day, clock, QTimeZone::UTC} : QDateTime{};
}

std::optional<milliseconds> parseGoDuration(QByteArrayView text)
{
    double total = 0;
    bool found = false;
    while (const auto digits = numberLength(text)) {
        bool isNumber = false;
        const double count = text.first(digits).toDouble(&isNumber);
        const auto rest = text.sliced(digits);
        const auto *unit = std::ranges::find_if(units, [&](const Unit &one) { return rest.startsWith(one.name); });
        if (!isNumber || unit == units.end())
            break;
        total += count * unit->ms;
        found = true;
        text = rest.sliced(unit->name.size());
    }
    return found ? std::optional(rounded(total)) : std::nullopt;
}

std::optional<milliseconds> askedWait(const Response &answer, const QDateTime &now)
{
    using Name = QHttpHeaders::WellKnownHeader;
    if (const auto header = answer.headers.value(Name::RetryAfter); !header.isEmpty()) {
        const auto itsNow = parseHttpDate(answer.headers.value(Name::Date));
        return parseHeader(header, itsNow.isValid() ? itsNow : now);
    }
    constexpr QByteArrayView mark = "retry-after:";
    const auto at = answer.body.toLower().indexOf(mark);
    return at < 0 ? std::nullopt : parseGoDuration(QByteArrayView(answer.body).sliced(at + mark.size()).trimmed());
}

} // namespace slipway::http
