// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/version.h"

#include <algorithm>

namespace slipway
{

namespace
{

constexpr Number firstYear = u"1900";
constexpr Number yearAfterLast = u"2200";
constexpr Number firstSerial = u"100";
constexpr qsizetype dateDigits = 8; // 20260101

Number withoutZeros(Number number)
{
    const auto first = std::ranges::find_if(number, [](QChar c) { return c != u'0'; });
    return {first, number.end()};
}

bool isAtLeast(Number number, Number limit)
{
    return compareNumbers(number, limit) >= 0;
}

bool isDateDigits(Number number)
{
    return withoutZeros(number).size() == dateDigits;
}

/// Numbers of different calendars: a year beside a small number, a date of eight digits beside a shorter number.
bool isOtherScheme(const Numbers &a, const Numbers &b)
{
    if (a.size() > 1)
        return isAtLeast(a.front(), firstYear) != isAtLeast(b.front(), firstYear);
    const auto lengths = std::minmax({withoutZeros(a.front()).size(), withoutZeros(b.front()).size()});
    return lengths.second == dateDigits && lengths.first < dateDigits;
}

std::weak_ordering compare(const Version::PreRelease &a, const Version::PreRelease &b)
{
    return a.rank != b.rank ? a.rank <=> b.rank : compareNumbers(a.number, b.number);
}

/// Several in a row are compared one after another; where one version has no more, it is the newer one.
std::weak_ordering comparePreReleases(const Version &a, const Version &b)
{
    const auto shared = std::min(a.preReleases.size(), b.preReleases.size());
    for (qsizetype i = 0; i < shared; ++i) {
        if (const auto order = compare(a.preReleases.at(i), b.preReleases.at(i)); order != 0)
            return order;
    }
    return b.preReleases.size() <=> a.preReleases.size();
}

std::weak_ordering compareCounters(const Version &a, const Version &b)
{
    if (const auto order = compareNumbers(a.bareCounter.value_or(Number{}), b.bareCounter.value_or(Number{}));
        order != 0)
        return order;
    for (qsizetype i = 0; i < std::min(a.counters.size(), b.counters.size()); ++i) {
        if (const auto order = compareNumbers(a.counters.at(i).number, b.counters.at(i).number); order != 0)
            return order;
    }
    return std::weak_ordering::equivalent;
}

} // namespace

bool Version::isCalendar() const
{
    const auto first = numbers.front();
    const bool isYear = isAtLeast(first, firstYear) && !isAtLeast(first, yearAfterLast);
    return isYear || isDateDigits(first) || (numbers.size() == 1 && isAtLeast(first, firstSerial));
}

bool comparable(const Version &written, const Version &other)
{
    return written.prefix == other.prefix && written.numbers.size() == other.numbers.size() &&
           written.hasCommit == other.hasCommit && (written.bareCounter || !other.bareCounter) &&
           std::ranges::equal(written.variant, other.variant) &&
           std::ranges::equal(written.counters, other.counters, {}, &Version::Counter::letters,
                              &Version::Counter::letters) &&
           !isOtherScheme(written.numbers, other.numbers);
}

std::weak_ordering compare(const Version &a, const Version &b)
{
    if (const auto order = compare(a.numbers, b.numbers); order != 0)
        return order;
    if (const auto order = comparePreReleases(a, b); order != 0)
        return order;
    return compareCounters(a, b);
}

std::weak_ordering compare(const Numbers &a, const Numbers &b)
{
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (const auto order = compareNumbers(a.value(i), b.value(i)); order != 0)
            return order;
    }
    return std::weak_ordering::equivalent;
}

std::weak_ordering compareNumbers(Number a, Number b)
{
    a = withoutZeros(a);
    b = withoutZeros(b);
    return a.size() != b.size() ? a.size() <=> b.size() : a.compare(b) <=> 0;
}

} // namespace slipway
