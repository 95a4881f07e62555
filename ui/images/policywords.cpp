// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/policywords.h"

#include "ui/images/times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using config::Follow;
using config::Level;
using config::Pin;
using config::Policy;

namespace
{

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("images", text, nullptr, count);
}

QString followed(const Policy &policy)
{
    switch (policy.follow) {
    case Follow::Digest: return tr("Each push");
    case Follow::Calver: return tr("By date");
    case Follow::Regex: return tr("By pattern");
    case Follow::Auto:
    case Follow::Semver: break;
    }
    switch (policy.level) {
    case Level::Patch: return tr("Patch");
    case Level::Minor: return tr("Minor");
    case Level::Major: return tr("Major");
    }
    return {};
}

} // namespace

QString limitOf(const config::Hold &hold)
{
    if (const auto *day = std::get_if<QDate>(&hold))
        return wholeDay(*day);
    if (const auto *version = std::get_if<config::HoldUntilVersion>(&hold))
        return tr("%1 is out").arg(version->version);
    return {};
}

QString span(std::chrono::hours hours)
{
    const auto count = static_cast<int>(hours.count());
    if (count % 24 != 0)
        return count == 1 ? tr("1 hour") : tr("%n hours", count);
    return count == 24 ? tr("1 day") : tr("%n days", count / 24);
}

QString policyInWords(const Policy &policy)
{
    QStringList parts{followed(policy)};
    if (policy.pin != Pin::Keep)
        parts.append(policy.pin == Pin::Always ? tr("pinned by digest") : tr("never pinned"));
    if (policy.minimumAge.count() > 0)
        parts.append(tr("after %1").arg(span(policy.minimumAge)));
    if (policy.below)
        parts.append(tr("below %1").arg(*policy.below));
    if (policy.prereleases)
        parts.append(tr("with pre-releases"));
    if (!policy.ignore.isEmpty())
        parts.append(tr("without %1").arg(policy.ignore.join(u", ")));
    if (policy.hold) {
        const auto limit = limitOf(*policy.hold);
        parts.append(limit.isEmpty() ? tr("held") : tr("held until %1").arg(limit));
    }
    return parts.join(u", ");
}

} // namespace slipway::images
