// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVarLengthArray>

#include <compare>
#include <optional>

namespace slipway
{

/// Digits that are compared as a number of any length.
using Number = QStringView;
using Numbers = QVarLengthArray<Number, 4>;

/// A tag read as a version: prefix + numbers + tail. All views are into `tag`.
/// Source: the contract's section 4, "Shape of a tag".
struct Version
{
    struct PreRelease
    {
        int rank;      ///< position in the order dev < a < b < m < rc
        Number number; ///< empty if there is none: 0
    };
    struct Counter
    {
        QLatin1StringView letters; ///< in lower case
        Number number;
    };

    QString tag;        ///< as written
    QStringView prefix; ///< without a `v` that stands directly before the numbers
    bool hasV = false;
    Numbers numbers; ///< at least one; of a date its parts
    QVarLengthArray<PreRelease, 1> preReleases = {};
    std::optional<Number> bareCounter = {};    ///< the 990 of 8.6-990
    QVarLengthArray<Counter, 2> counters = {}; ///< the r24 of 3.4.6-debian-9-r24
    bool hasCommit = false;
    QVarLengthArray<QStringView, 4> variant = {}; ///< its pieces: debian, 12

    [[nodiscard]] bool isPreRelease() const { return !preReleases.isEmpty(); }
    /// A calendar version or a serial: `auto` follows it without a level.
    [[nodiscard]] bool isCalendar() const;
};

/// Nothing if the tag is no version: it has no digit, or none outside of a commit at its end.
[[nodiscard]] std::optional<Version> parseVersion(const QString &tag);

/// Whether `other` is the same kind of tag as `written`, so that one can be newer than the other. Not symmetrical: a
/// bare counter of `written` may vanish, but none may appear.
[[nodiscard]] bool comparable(const Version &written, const Version &other);

/// The order of comparable versions: numbers, then pre-release, then counters. Tags that differ in `v`, commit or
/// leading zeros only are equivalent.
[[nodiscard]] std::weak_ordering compare(const Version &a, const Version &b);

/// Number by number; leading zeros count for nothing, and a missing number is 0.
[[nodiscard]] std::weak_ordering compare(const Numbers &a, const Numbers &b);
[[nodiscard]] std::weak_ordering compareNumbers(Number a, Number b);

} // namespace slipway
