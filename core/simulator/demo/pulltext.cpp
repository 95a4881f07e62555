// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/pulltext.h"

#include "core/simulator/demo/service.h"
#include "core/simulator/githistory.h"
#include "core/simulator/publish.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

QString tagOf(const QString &reference)
{
    return reference.section(u'@', 0, 0);
}

bool onlyDigestMoves(const Update &update)
{
    return tagOf(update.from) == tagOf(update.to);
}

/// "1.4.2", or "latest 576136e" where the tag alone would say nothing.
QString shown(const QString &reference, const Update &update)
{
    const auto digest = reference.section(u"@sha256:"_s, 1);
    return onlyDigestMoves(update) ? tagOf(reference) + u' ' + digest.first(7) : tagOf(reference);
}

QString label(const ImageRepository &repository, const QString &reference, QLatin1StringView name)
{
    const auto digest = reference.section(u'@', 1);
    return labelsOf(repository, digest.isEmpty() ? digestOf(repository, reference) : digest)
        .value("org.opencontainers.image."_L1 + name);
}

/// Which number of the version went up.
QString level(const Update &update)
{
    const auto sameUpTo = [&](int part) {
        return tagOf(update.from).section(u'.', 0, part) == tagOf(update.to).section(u'.', 0, part);
    };
    return sameUpTo(1) ? u"patch"_s : sameUpTo(0) ? u"minor"_s : u"major"_s;
}

/// "main of 2026-11-24 08:31 UTC, 9aa53f9": what tells one push from another.
QString push(const ImageRepository &repository, const QString &reference)
{
    const auto created = QDateTime::fromString(label(repository, reference, "created"_L1), Qt::ISODate);
    return u"%1 of %2 UTC, %3"_s.arg(label(repository, reference, "version"_L1),
                                     created.toUTC().toString(u"yyyy-MM-dd HH:mm"),
                                     label(repository, reference, "revision"_L1).first(7));
}

QString sourceLine(const World &world, const Update &update)
{
    const auto source = deployed(update.service).source;
    if (source.isEmpty())
        return u"%1: no source repository is named."_s.arg(update.service);
    const auto &repository = *images(world, u"ghcr.io"_s, u"pitchconnect/"_s + source);
    const auto from = label(repository, update.from, "revision"_L1);
    const auto to = label(repository, update.to, "revision"_L1);
    const auto &objects = simulator::repository(world, QString::fromLatin1(organization), source)->objects;
    const auto count = git::log(objects, to, from).size();
    const auto what = onlyDigestMoves(update)
                          ? push(repository, update.to)
                          : u"the first %1 release since %2"_s.arg(level(update), tagOf(update.from));
    return u"%1: [%2 %3](https://github.com/%4/%5/compare/%6...%7), %8."_s.arg(
        update.service, QString::number(count), count == 1 ? u"commit"_s : u"commits"_s,
        QString::fromLatin1(organization), source, from, to, what);
}

QString marker(const Update &update)
{
    const QJsonObject json{
        {u"base"_s, update.base}, {u"from"_s, update.from}, {u"service"_s, update.service}, {u"to"_s, update.to}};
    return u"<!-- slipway:%1 -->"_s.arg(QString::fromUtf8(compact(json)));
}

} // namespace

QString pullTitle(const World &world, const Update &update)
{
    auto title = u"Update %1 to %2"_s.arg(update.service, tagOf(update.to));
    if (!onlyDigestMoves(update))
        return title;
    const auto &repository = *images(world, u"ghcr.io"_s, u"pitchconnect/"_s + deployed(update.service).source);
    return title + u", " + push(repository, update.to);
}

QString pullBody(const World &world, const Update &update)
{
    const auto summary =
        u"Updates 1 image in %1 file%2."_s.arg(QString::number(update.files), update.files == 1 ? u""_s : u"s"_s);
    const auto row = u"| %1 | %2 | %3 |"_s.arg(update.service, shown(update.from, update), shown(update.to, update));
    return QStringList{summary,
                       {},
                       u"| service | from | to |"_s,
                       u"|---|---|---|"_s,
                       row,
                       {},
                       sourceLine(world, update),
                       {},
                       u"Opened with Slipway."_s,
                       {},
                       marker(update),
                       {}}
        .join(u'\n');
}

} // namespace slipway::simulator::demo
