// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/why.h"

#include "core/base/moment.h"
#include "core/compose/pin.h"
#include "core/updates/text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

QString age(std::chrono::hours hours)
{
    const auto count = static_cast<int>(hours.count());
    if (count % 24 != 0)
        return count == 1 ? Text::tr("an hour") : Text::tr("%n hours", nullptr, count);
    return count == 24 ? Text::tr("a day") : Text::tr("%n days", nullptr, count / 24);
}

QString platformNames(const QList<Platform> &platforms)
{
    QStringList names;
    for (const auto &platform : platforms)
        names.append(text(platform));
    return names.join(Text::tr(" and "));
}

QString whyOnHold(const Subject &subject, const QString &tag)
{
    const auto isRebuilt = tag == subject.tag && subject.image().digest;
    const auto news = isRebuilt ? Text::tr("%1 was pushed again").arg(tag) : Text::tr("%1 is newer").arg(tag);
    const auto &hold = subject.policy.hold;
    if (hold && std::holds_alternative<QDate>(*hold))
        return Text::tr("%1, but held until %2.")
            .arg(news, QLocale().toString(std::get<QDate>(*hold), u"d MMM yyyy"_s));
    if (hold && std::holds_alternative<config::HoldUntilVersion>(*hold))
        return Text::tr("%1, but held until %2 exists.").arg(news, std::get<config::HoldUntilVersion>(*hold).version);
    return Text::tr("%1, but the policy holds this service.").arg(news);
}

QString whyAboveLevel(const Subject &subject, const QString &tag, bool growsMajor)
{
    if (growsMajor && subject.policy.level == config::Level::Patch)
        return Text::tr("%1 is a major version, and the policy allows patches.").arg(tag);
    if (growsMajor)
        return Text::tr("%1 is a major version, and the policy allows minor ones.").arg(tag);
    return Text::tr("%1 is a minor version, and the policy allows patches.").arg(tag);
}

QString variableName(const Subject &subject)
{
    const auto variable = compose::tagVariable(subject.site);
    return variable ? QString::fromUtf8(variable->name) : QString{};
}

} // namespace

QString whyHeld(const Subject &subject, const QString &tag, const HeldBack &held, bool growsMajor)
{
    switch (held.reason) {
    case Reason::Hold: return whyOnHold(subject, tag);
    case Reason::Ignored: return Text::tr("%1 is on the policy's `ignore` list.").arg(tag);
    case Reason::Below:
        return Text::tr("%1 is not below %2, the policy's limit.").arg(tag, subject.policy.below.value_or(QString{}));
    case Reason::Level: return whyAboveLevel(subject, tag, growsMajor);
    case Reason::MinimumAge:
        return Text::tr("%1 is younger than %2, which the policy asks for.").arg(tag, age(subject.policy.minimumAge));
    case Reason::AgeUnknown:
        return Text::tr("%1 does not tell when it was built, and the policy asks for %2.")
            .arg(tag, age(subject.policy.minimumAge));
    case Reason::PlatformMissing: return Text::tr("%1 is not there for %2.").arg(tag, platformNames(held.missing));
    case Reason::SharedWaiting:
        return Text::tr("%1 cannot be taken by every image whose tag comes from `%2`.").arg(tag, variableName(subject));
    case Reason::OlderScheme:
        return Text::tr("%1 was built long before %2: a leftover of an older numbering.").arg(tag, subject.tag);
    default: return {};
    }
}

QString whyNewest(const Subject &subject, const QString &tag, bool isNewestInLevel)
{
    if (!isNewestInLevel)
        return Text::tr("%1 is the newest that nothing keeps back.").arg(tag);
    if (subject.order.following() == Following::Regex)
        return Text::tr("%1 is the newest tag that the pattern matches.").arg(tag);
    const auto version = parseVersion(tag);
    if (subject.order.following() != Following::Semver || !version || subject.policy.level == config::Level::Major)
        return Text::tr("%1 is the newest.").arg(tag);
    const auto kept = subject.policy.level == config::Level::Minor ? 1 : 2;
    if (version->numbers.size() <= kept)
        return Text::tr("%1 is the newest.").arg(tag);
    QStringList line;
    for (qsizetype i = 0; i < kept; ++i)
        line.append(version->numbers.at(i).toString());
    return Text::tr("%1 is the newest %2.x.").arg(tag, line.join(u'.'));
}

QString whyCurrent(const Subject &subject)
{
    if (subject.order.following() != Following::Digest)
        return whyNewest(subject, subject.tag, true);
    if (!subject.image().digest)
        return Text::tr("%1 is followed without a digest, as the policy says.").arg(subject.tag);
    return Text::tr("%1 still has the digest that is written.").arg(subject.tag);
}

QString whyLimited(const Subject &subject, const QDateTime &until, const QDateTime &now)
{
    return Text::tr("%1 asks to wait until %2.").arg(subject.image().repository.registry, momentInWords(until, now));
}

QString whyRebuilt(const Subject &subject, const Digest &digest, const std::optional<QDateTime> &created)
{
    if (!subject.image().digest)
        return Text::tr("%1 is written with its digest, %2.").arg(subject.tag, digest.shortText());
    if (!created)
        return Text::tr("The tag \"%1\" points to another image, %2.").arg(subject.tag, digest.shortText());
    return Text::tr("The tag \"%1\" points to a newer image, pushed on %2.")
        .arg(subject.tag, QLocale().toString(created->toLocalTime(), u"d MMM, HH:mm"_s));
}

QString whyGone(const Subject &subject)
{
    return Text::tr("The tag %1 does not exist any more, and nothing newer can take its place.").arg(subject.tag);
}

QString whyUnquoted(Reason reason)
{
    return Text::tr("This comes from outside of the work tree, so nothing of it is quoted; the reason is `%1`.")
        .arg(code(reason));
}

QString whyVariableShared(const QByteArray &variable)
{
    return Text::tr(
               "`%1` sets the tag of several images, which would need different values. Give each its own variable.")
        .arg(QString::fromUtf8(variable));
}

QString whyVariableUsedElsewhere(const QByteArray &variable)
{
    return Text::tr("`%1` is used for something else too, so no digest can be put into it.")
        .arg(QString::fromUtf8(variable));
}

QString whyVariableFeeds(const QByteArray &variable, const compose::ImageUse &other)
{
    return Text::tr(
               "`%1` is also part of the image in %2 line %3, which cannot move along. Give each its own variable.")
        .arg(QString::fromUtf8(variable), other.file)
        .arg(other.line);
}

} // namespace slipway::updates
