// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/policywords.h"

#include "ui/images/text.h"
#include "ui/images/times.h"

using namespace Qt::StringLiterals;

namespace slipway::images
{

using config::Follow;
using config::Level;
using config::Pin;
using config::Policy;

namespace
{

QString followed(const Policy &policy)
{
    switch (policy.follow) {
    case Follow::Digest: return Text::tr("Each push");
    case Follow::Calver: return Text::tr("By date");
    case Follow::Regex: return Text::tr("By pattern");
    case Follow::Auto:
    case Follow::Semver: break;
    }
    switch (policy.level) {
    case Level::Patch: return Text::tr("Patch");
    case Level::Minor: return Text::tr("Minor");
    case Level::Major: return Text::tr("Major");
    }
    return {};
}

} // namespace

QString limitOf(const config::Hold &hold)
{
    if (const auto *day = std::get_if<QDate>(&hold))
        return wholeDay(*day);
    if (const auto *version = std::get_if<config::HoldUntilVersion>(&hold))
        return Text::tr("%1 is out").arg(version->version);
    return {};
}

QString span(std::chrono::hours hours)
{
    const auto count = static_cast<int>(hours.count());
    if (count % 24 != 0)
        return count == 1 ? Text::tr("1 hour") : Text::tr("%n hours", nullptr, count);
    return count == 24 ? Text::tr("1 day") : Text::tr("%n days", nullptr, count / 24);
}

QString policyInWords(const Policy &policy)
{
    QStringList parts{followed(policy)};
    if (policy.pin != Pin::Keep)
        parts.append(policy.pin == Pin::Always ? Text::tr("pinned by digest") : Text::tr("never pinned"));
    if (policy.minimumAge.count() > 0)
        parts.append(Text::tr("after %1").arg(span(policy.minimumAge)));
    if (policy.below)
        parts.append(Text::tr("below %1").arg(*policy.below));
    if (policy.prereleases)
        parts.append(Text::tr("with pre-releases"));
    if (!policy.ignore.isEmpty())
        parts.append(Text::tr("without %1").arg(policy.ignore.join(u", ")));
    if (policy.hold) {
        const auto limit = limitOf(*policy.hold);
        parts.append(limit.isEmpty() ? Text::tr("held") : Text::tr("held until %1").arg(limit));
    }
    return parts.join(u", ");
}

} // namespace slipway::images
