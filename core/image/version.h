// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <compare>
#include <optional>

namespace slipway
{

/// A tag read as a version: prefix + numbers + tail (the contract's section 4, "Shape of a tag").
/// Numbers are kept as digits without leading zeros, so that they may have any length.
struct Version
{
    struct PreRelease
    {
        int rank;       ///< position in the order dev < a < b < m < rc
        QByteArray number;
        bool operator==(const PreRelease &) const = default;
    };
    struct Counter
    {
        QByteArray letters; ///< empty for a bare one
        QByteArray number;
        bool operator==(const Counter &) const = default;
    };

    QString tag; ///< as written
    QString prefix; ///< without a `v` that stands directly before the numbers
    QList<QByteArray> numbers;
    QList<PreRelease> preReleases;
    QList<Counter> counters;
    bool hasCommit = false;
    QString variant;
    bool isDate = false; ///< YYYY-MM-DD and the like: the numbers are its parts

    [[nodiscard]] bool isPreRelease() const { return !preReleases.isEmpty(); }
    /// A calendar version or a serial: `auto` follows it without a level.
    [[nodiscard]] bool isCalendar() const;
};

/// Nothing if the tag is no version: it has no digit, or none outside of a commit at its end.
[[nodiscard]] std::optional<Version> parseVersion(QStringView tag);

/// Whether `other` is the same kind of tag as `written`, so that one can be newer than the other. Not symmetrical: a
/// bare counter of `written` may vanish, but none may appear.
[[nodiscard]] bool comparable(const Version &written, const Version &other);

/// The order of comparable versions: numbers, then pre-release, then counters.
[[nodiscard]] std::weak_ordering compare(const Version &a, const Version &b);

/// Two texts of digits as numbers; leading zeros count for nothing.
[[nodiscard]] std::strong_ordering compareNumbers(QByteArrayView a, QByteArrayView b);

} // namespace slipway
