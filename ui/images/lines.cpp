// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/lines.h"

#include "ui/images/text.h"
#include "ui/images/versions.h"
#include "ui/words/ages.h"

using namespace Qt::StringLiterals;

namespace slipway::images
{

using updates::Reason;
using workspace::Version;

namespace
{

/// Why a version is passed over, in two or three words.
QString skippedInWords(Reason reason)
{
    switch (reason) {
    case Reason::Hold: return Text::tr("held");
    case Reason::Ignored: return Text::tr("ignored");
    case Reason::Below: return Text::tr("not below the limit");
    case Reason::Level: return Text::tr("above the level");
    case Reason::MinimumAge: return Text::tr("too young");
    case Reason::AgeUnknown: return Text::tr("age unknown");
    case Reason::PlatformMissing: return Text::tr("lacks a platform");
    case Reason::SharedWaiting: return Text::tr("waits for others");
    case Reason::OlderScheme: return Text::tr("older numbering");
    default: return {};
    }
}

QString wholeOf(const Version &version)
{
    QStringList parts{version.tag};
    if (!version.also.isEmpty())
        parts.append(version.also.join(u", "));
    if (version.digest)
        parts.append(version.digest->text());
    if (version.created.isValid())
        parts.append(words::exactTime(version.created));
    return parts.join(u'\n');
}

Line lineOf(const Version &version, const QDateTime &now)
{
    QStringList second;
    if (version.skipped)
        second.append(skippedInWords(*version.skipped));
    if (!version.also.isEmpty())
        second.append(Text::tr("also %1").arg(version.also.join(u", ")));
    second.removeAll(QString{});
    return {
        .first = version.tag.isEmpty() && version.digest ? version.digest->shortText() : version.tag,
        .second = second.join(u" · "),
        .firstEnd = version.created.isValid() ? words::age(version.created, now) : QString{},
        .secondEnd = version.digest ? sevenOf(*version.digest) : QString{},
        .tag = version.isRunning  ? Text::tr("running")
               : version.isNewest ? Text::tr("newest")
                                  : QString{},
        .tagKind = version.isNewest && !version.isRunning ? look::TagKind::Accent : look::TagKind::Neutral,
        .whole = wholeOf(version),
    };
}

} // namespace

QList<Line> linesOf(const QList<Version> &versions, const QDateTime &now)
{
    QList<Line> lines;
    for (const auto &version : versions)
        lines.append(lineOf(version, now));
    return lines;
}

QList<Line> linesOf(const QMap<QString, QString> &labels)
{
    QList<Line> lines;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        lines.append({.first = label.key(),
                      .second = label.value(),
                      .isName = false,
                      .whole = label.key() + u'\n' + label.value()});
    return lines;
}

} // namespace slipway::images
