// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/newer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::weak_ordering compareGroups(const QString &a, const QString &b)
{
    if (isDigits(a) && isDigits(b))
        return compareNumbers(a, b);
    return a.toUtf8().compare(b.toUtf8()) <=> 0;
}

bool matchesGlob(const QString &pattern, const QString &tag)
{
    if (!pattern.contains(u'*'))
        return pattern == tag;
    const auto parts = pattern.split(u'*');
    if (!tag.startsWith(parts.first()))
        return false;
    qsizetype at = parts.first().size();
    const auto between = parts.sliced(1, parts.size() - 2);
    for (const auto &part : between) {
        const auto found = tag.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.size();
    }
    return tag.size() - at >= parts.last().size() && tag.endsWith(parts.last());
}

} // namespace

struct TagOrder::Ranked
{
    QString tag;
    std::optional<Version> version;
    QStringList groups;
};

Following followingOf(const config::Policy &policy, const QString &written)
{
    switch (policy.follow) {
    case config::Follow::Digest: return Following::Digest;
    case config::Follow::Semver: return Following::Semver;
    case config::Follow::Calver: return Following::Calver;
    case config::Follow::Regex: return Following::Regex;
    case config::Follow::Auto: break;
    }
    const auto version = parseVersion(written);
    if (!version)
        return Following::Digest;
    return version->isCalendar() ? Following::Calver : Following::Semver;
}

TagOrder::TagOrder(const config::Policy &policy, QString written, Following following)
    : m_policy(policy)
    , m_written(std::move(written))
    , m_following(following)
    , m_version(parseVersion(m_written))
    , m_match(QRegularExpression::anchoredPattern(policy.match))
{
}

std::optional<TagOrder> TagOrder::of(const config::Policy &policy, const QString &written)
{
    TagOrder order(policy, written, followingOf(policy, written));
    if (order.m_following == Following::Regex) {
        const auto own = order.ranked(written);
        if (!own)
            return std::nullopt;
        order.m_groups = own->groups;
    } else if (order.m_following != Following::Digest && !order.m_version) {
        return std::nullopt;
    }
    return order;
}

/// A tag that can be compared with the written one; nothing for any other.
std::optional<TagOrder::Ranked> TagOrder::ranked(const QString &tag) const
{
    if (m_following == Following::Regex) {
        const auto match = m_match.match(tag);
        if (!match.hasMatch())
            return std::nullopt;
        QStringList groups;
        for (const auto &name : m_policy.order)
            groups.append(match.captured(name));
        return Ranked{.tag = tag, .version = parseVersion(tag), .groups = groups};
    }
    auto version = parseVersion(tag);
    if (!version || !comparable(*m_version, *version))
        return std::nullopt;
    const auto isAllowed = !version->isPreRelease() || m_policy.prereleases ||
                           (m_version->isPreRelease() && compare(m_version->numbers, version->numbers) == 0);
    if (!isAllowed)
        return std::nullopt;
    return Ranked{.tag = tag, .version = std::move(version), .groups = {}};
}

std::weak_ordering TagOrder::compareRanked(const Ranked &a, const Ranked &b) const
{
    if (m_following != Following::Regex)
        return compare(*a.version, *b.version);
    for (qsizetype i = 0; i < a.groups.size(); ++i) {
        if (const auto order = compareGroups(a.groups.at(i), b.groups.at(i)); order != 0)
            return order;
    }
    return std::weak_ordering::equivalent;
}

QList<TagOrder::Ranked> TagOrder::above(const QStringList &tags) const
{
    const Ranked own{.tag = m_written, .version = m_version, .groups = m_groups};
    QList<Ranked> above;
    for (const auto &tag : tags) {
        auto other = ranked(tag);
        if (other && compareRanked(*other, own) > 0)
            above.append(std::move(*other));
    }
    std::ranges::sort(above, [this](const Ranked &a, const Ranked &b) {
        if (const auto order = compareRanked(a, b); order != 0)
            return order > 0;
        if (m_version && a.version && b.version && a.version->hasV != b.version->hasV)
            return a.version->hasV == m_version->hasV;
        return a.tag < b.tag;
    });
    return above;
}

bool TagOrder::isHeld(const QStringList &tags, QDate today) const
{
    if (!m_policy.hold)
        return false;
    if (const auto *day = std::get_if<QDate>(&*m_policy.hold))
        return today < *day;
    const auto *until = std::get_if<config::HoldUntilVersion>(&*m_policy.hold);
    if (!until)
        return true;
    const auto wanted = parseVersion(until->version);
    const auto reaches = [&](const std::optional<Version> &version) {
        return version && compare(version->numbers, wanted->numbers) >= 0;
    };
    const auto isThere = [&](const QString &tag) {
        const auto other = ranked(tag);
        return other && reaches(other->version);
    };
    return !wanted || (!reaches(m_version) && std::ranges::none_of(tags, isThere));
}

bool TagOrder::isAboveLevel(const Version &version) const
{
    if (m_following != Following::Semver || m_policy.level == config::Level::Major)
        return false;
    const auto stays = m_policy.level == config::Level::Minor ? 1 : 2;
    for (qsizetype i = 0; i < std::min<qsizetype>(stays, version.numbers.size()); ++i) {
        if (compareNumbers(version.numbers.at(i), m_version->numbers.at(i)) != 0)
            return true;
    }
    return false;
}

std::optional<Reason> TagOrder::heldBack(const Ranked &tag, bool isHeld) const
{
    if (isHeld)
        return Reason::Hold;
    if (std::ranges::any_of(m_policy.ignore, [&](const QString &pattern) { return matchesGlob(pattern, tag.tag); }))
        return Reason::Ignored;
    const auto below = m_policy.below ? parseVersion(*m_policy.below) : std::nullopt;
    if (below && tag.version && compare(tag.version->numbers, below->numbers) >= 0)
        return Reason::Below;
    if (tag.version && isAboveLevel(*tag.version))
        return Reason::Level;
    return std::nullopt;
}

NewerTags TagOrder::newer(const QStringList &tags, QDate today) const
{
    const auto found = m_following == Following::Digest ? QList<Ranked>{} : above(tags);
    NewerTags newer{.tags = {}, .isHeld = isHeld(tags, today)};
    for (const auto &tag : found) {
        const auto grows = m_following == Following::Semver &&
                           compareNumbers(tag.version->numbers.first(), m_version->numbers.first()) > 0;
        newer.tags.append({.tag = tag.tag, .heldBack = heldBack(tag, newer.isHeld), .growsMajor = grows});
    }
    return newer;
}

} // namespace slipway::updates
