// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/pulltext.h"

#include "core/updates/markdown.h"
#include "core/updates/text.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{

namespace
{

constexpr qsizetype longestTitle = 72;
constexpr qsizetype roomForPeople = 2000; ///< of a body, for what they add
constexpr qsizetype shortDigits = 7;

QString count(qsizetype number, const QString &noun)
{
    return QString::number(number) + u' ' + noun + (number == 1 ? QString{} : u"s"_s);
}

QString shortDigest(const PinnedTag &pinned)
{
    return pinned.digest ? pinned.digest->shortText().first(shortDigits) : QString{};
}

bool keepsTag(const PullUpdate &update)
{
    return update.from.tag == update.to.tag;
}

/// The tag alone, where it tells the two apart.
QString shown(const PinnedTag &pinned, bool withDigest)
{
    const auto digest = withDigest || pinned.tag.isEmpty() ? shortDigest(pinned) : QString{};
    return QStringList{pinned.tag, digest}.join(u' ').trimmed();
}

QString row(const PullUpdate &update)
{
    const bool withDigest = keepsTag(update);
    return u"| "_s + plainInMarkdown(update.service) + u" | "_s + plainInMarkdown(shown(update.from, withDigest)) +
           u" | "_s + plainInMarkdown(shown(update.to, withDigest)) + u" |\n"_s;
}

QString commitsInWords(const PullUpdate &update)
{
    if (update.compare.isEmpty())
        return markdownLink(u"source"_s, update.source);
    if (update.commits == 0)
        return markdownLink(u"no new commits"_s, update.compare);
    return markdownLink(update.commits ? count(*update.commits, u"commit"_s) : u"commits"_s, update.compare);
}

QString detail(const PullUpdate &update)
{
    const auto service = plainInMarkdown(update.service);
    if (update.source.isEmpty())
        return service + u": no source repository is named.\n"_s;
    const auto what =
        keepsTag(update) ? plainInMarkdown(buildInWords(update.build)) : plainInMarkdown(stepInWords(update));
    return service + u": "_s + commitsInWords(update) + (what.isEmpty() ? QString{} : u", "_s + what) + u".\n"_s;
}

QString body(const QList<PullUpdate> &updates, int files, bool withDetails)
{
    auto text = u"Updates %1 in %2.\n\n| service | from | to |\n|---|---|---|\n"_s.arg(
        count(updates.size(), u"image"_s), count(files, u"file"_s));
    for (const auto &update : updates)
        text += row(update);
    text += u'\n';
    if (withDetails) {
        for (const auto &update : updates)
            text += detail(update);
        text += u'\n';
    }
    return text + closingLine + u'\n';
}

QString levelOf(const PullUpdate &update)
{
    const auto from = parseVersion(update.from.tag);
    const auto to = parseVersion(update.to.tag);
    if (update.following != Following::Semver || !from || !to)
        return {};
    const auto differs = [&](qsizetype at) {
        const auto part = [at](const Version &version) {
            return at < version.numbers.size() ? version.numbers.at(at) : Number{u"0"};
        };
        return compareNumbers(part(*from), part(*to)) != 0;
    };
    return differs(0) ? u"major "_s : differs(1) ? u"minor "_s : differs(2) ? u"patch "_s : QString{};
}

} // namespace

QString inOneSentence(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString{});
    return parts.mid(0, parts.size() - 1).join(u", "_s) + u" and "_s + parts.last();
}

QString stepInWords(const PullUpdate &update)
{
    if (keepsTag(update))
        return {};
    const auto from = update.from.tag.isEmpty() ? shortDigest(update.from) : update.from.tag;
    if (update.releases > 1)
        return u"the newest of %1 since %2"_s.arg(count(update.releases, u"release"_s), from);
    const auto level = levelOf(update);
    return level.isEmpty() ? u"the next release after %1"_s.arg(from)
                           : u"the first %1release since %2"_s.arg(level, from);
}

QString buildInWords(const Build &build)
{
    QStringList parts;
    const auto at = build.created ? build.created->toUTC().toString(u"yyyy-MM-dd hh:mm 'UTC'"_s) : QString{};
    if (!at.isEmpty())
        parts.append((build.version.isEmpty() ? u"built "_s : build.version + u" of "_s) + at);
    else if (!build.version.isEmpty())
        parts.append(build.version);
    if (!build.revision.isEmpty())
        parts.append(build.revision.left(shortDigits));
    return parts.join(u", "_s);
}

QString pullTitle(const QList<PullUpdate> &updates)
{
    if (updates.size() == 1) {
        const auto &update = updates.first();
        auto told = keepsTag(update) ? buildInWords(update.build) : QString{};
        if (told.isEmpty() && keepsTag(update))
            told = shortDigest(update.to);
        const auto to = update.to.tag.isEmpty() ? shortDigest(update.to) : update.to.tag;
        return u"Update %1 to %2"_s.arg(inOneLine(update.service), to) +
               (told.isEmpty() ? QString{} : u", "_s + inOneLine(told));
    }
    QStringList names;
    for (const auto &update : updates)
        names.append(inOneLine(update.service));
    const QString title = u"Update "_s + inOneSentence(names);
    return title.size() <= longestTitle ? title : u"Update %1"_s.arg(count(updates.size(), u"image"_s));
}

Result<PullText> pullTextFor(const QList<PullUpdate> &updates, int files)
{
    if (updates.isEmpty())
        return failure({Error::Kind::InvalidInput, Text::tr("No image would change."),
                        Text::tr("Choose one that has an update.")});
    const auto anyCommit = ObjectId::ofBlob({}); // of SHA-1, as all of GitHub
    const auto room = longestPullBody - roomForPeople - bodyWithMarkers({}, updates, anyCommit).size();
    PullText text{
        .title = pullTitle(updates), .body = body(updates, files, true), .labels = {u"dependencies"_s, u"docker"_s}};
    if (text.body.size() > room)
        text.body = body(updates, files, false);
    if (text.body.size() > room)
        return failure({Error::Kind::InvalidInput,
                        Text::tr("%1 images are too many for one pull request: "
                                 "its text would be longer than GitHub takes.")
                            .arg(updates.size()),
                        Text::tr("Choose fewer of them; the others can follow.")});
    if (std::ranges::any_of(updates, &PullUpdate::isMajor))
        text.labels.append(u"major"_s);
    return text;
}

QString bodyWithMarkers(const QString &body, const QList<PullUpdate> &updates, const ObjectId &base)
{
    QString whole = body + u'\n';
    for (const auto &update : updates)
        whole += markerLine(UpdateMarker{update.service, update.from, update.to, base}) + u'\n';
    return whole;
}

} // namespace slipway::updates
