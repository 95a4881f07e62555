// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/policytext.h"

#include "core/updates/markdown.h"
#include "core/updates/text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace slipway::updates
{

namespace
{

constexpr qsizetype longestTitle = 72;
using Key = PolicyChange::Key;

QString holding(const PolicyChange &change)
{
    if (change.value == "true"_L1)
        return u"Hold %1"_s.arg(change.service);
    const auto day = QDate::fromString(change.value, Qt::ISODate);
    const auto until = day.isValid() ? QLocale::c().toString(day, u"d MMM yyyy"_s) : change.value;
    return u"Hold %1 until %2"_s.arg(change.service, until);
}

QString levelling(const PolicyChange &change)
{
    if (change.value == "patch"_L1)
        return u"%1: patch releases only"_s.arg(change.service);
    return change.value == "minor"_L1 ? u"%1: minor and patch releases"_s.arg(change.service)
                                      : u"%1: all releases, major ones too"_s.arg(change.service);
}

QString pinning(const PolicyChange &change)
{
    if (change.value == "always"_L1)
        return u"Pin %1 by digest"_s.arg(change.service);
    return change.value == "never"_L1 ? u"Do not pin %1 by digest"_s.arg(change.service)
                                      : u"Keep the digest of %1 where it has one"_s.arg(change.service);
}

QString withoutKey(const PolicyChange &change)
{
    switch (change.key) {
    case Key::Hold: return u"Hold %1 no longer"_s.arg(change.service);
    case Key::Ignore: return u"Ignore no version of %1"_s.arg(change.service);
    case Key::Level: return u"%1: releases as the default says"_s.arg(change.service);
    case Key::Pin: return u"Pin %1 as the default says"_s.arg(change.service);
    }
    Q_UNREACHABLE_RETURN({});
}

QString inWords(const PolicyChange &change)
{
    if (change.value.isEmpty())
        return withoutKey(change);
    switch (change.key) {
    case Key::Hold: return holding(change);
    case Key::Ignore: return u"Ignore %1 of %2"_s.arg(change.value, change.service);
    case Key::Level: return levelling(change);
    case Key::Pin: return pinning(change);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString text(Key key)
{
    switch (key) {
    case Key::Hold: return u"hold"_s;
    case Key::Ignore: return u"ignore"_s;
    case Key::Level: return u"level"_s;
    case Key::Pin: return u"pin"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString policyTitle(const QList<PolicyChange> &changes)
{
    if (changes.size() == 1)
        return inOneLine(inWords(changes.first()));
    QStringList names;
    for (const auto &change : changes)
        if (!names.contains(change.service))
            names.append(inOneLine(change.service));
    const auto title = names.size() == 1 ? u"Change the policy of %1"_s.arg(names.first())
                                         : u"Change the policies of %1"_s.arg(inOneSentence(names));
    return title.size() <= longestTitle ? title : u"Change the policies of %1 services"_s.arg(names.size());
}

Result<PullText> policyTextFor(const QList<PolicyChange> &changes)
{
    if (changes.isEmpty())
        return failure({Error::Kind::InvalidInput, Text::tr("There is no change of a policy to propose.")});
    QString body = u"Changes `.github/slipway.yml`, which says what Slipway offers as an update.\n\n"_s;
    for (const auto &change : changes)
        body += u"- "_s + plainInMarkdown(inWords(change)) + u'\n';
    return PullText{.title = policyTitle(changes), .body = body + u'\n' + closingLine + u'\n', .labels = {u"policy"_s}};
}

QString bodyWithMarkers(const QString &body, const QList<PolicyChange> &changes, const ObjectId &base)
{
    QString whole = body + u'\n';
    for (const auto &change : changes)
        whole += markerLine(PolicyMarker{change.service, text(change.key), change.value, base}) + u'\n';
    return whole;
}

} // namespace slipway::updates
