// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/platform.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace slipway::config
{

enum class Follow { Auto, Digest, Semver, Calver, Regex };
enum class Level { Patch, Minor, Major };
enum class Pin { Always, Keep, Never };

struct HoldForever
{
    bool operator==(const HoldForever &) const = default;
};
struct HoldUntilVersion
{
    QString version;
    bool operator==(const HoldUntilVersion &) const = default;
};
/// Nothing is offered: ever; before that day (UTC); before a comparable tag with these numbers or higher exists.
using Hold = std::variant<HoldForever, QDate, HoldUntilVersion>;

/// How a service's image may change: the contract's section 5, `defaults` and `services`.
struct Policy
{
    Follow follow = Follow::Auto;
    Level level = Level::Minor;
    bool prereleases = false;
    QString match = {};     ///< PCRE2, the whole tag; only with Regex
    QStringList order = {}; ///< group names, most significant first
    std::optional<Hold> hold = {};
    std::optional<QString> below = {};
    QStringList ignore = {}; ///< tags, or globs with `*`
    std::chrono::hours minimumAge{0};
    Pin pin = Pin::Keep;
    std::optional<QString> tag = {}; ///< what to follow when the reference has no tag
    QList<Platform> platforms = {};  ///< required; empty if none are

    bool operator==(const Policy &) const = default;
};

} // namespace slipway::config
