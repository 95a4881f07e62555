// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/references.h"

#include "core/simulator/demo/service.h"
#include "core/simulator/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

struct Range
{
    qsizetype begin;
    qsizetype end;
};

bool belongs(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || QByteArrayView{"._-@:"}.contains(character);
}

Range rangeOf(const QByteArray &text, const Place &place)
{
    const auto found = text.indexOf(place.before);
    if (found < 0)
        return {0, 0};
    const auto begin = found + place.before.size();
    auto end = begin;
    while (end < text.size() && belongs(text.at(end)))
        ++end;
    return {begin, end};
}

Place inCompose(const QByteArray &before)
{
    return {u"docker-compose.yml"_s, before};
}

} // namespace

const QList<Deployed> &deployed()
{
    static const QList<Deployed> all{
        {u"fogis-api-client"_s,
         u"fogis-api-client-python"_s,
         {inCompose("/fogis-api-client-python:"), {u"tools/compose.yaml"_s, "${FOGIS_API_TAG:-"}}},
        {u"match-processor"_s, u"match-list-processor"_s, {inCompose("/match-list-processor:")}},
        {u"change-detector"_s, u"match-list-change-detector"_s, {inCompose("/match-list-change-detector:")}},
        {u"calendar-sync"_s, u"fogis-calendar-phonebook-sync"_s, {inCompose("/fogis-calendar-phonebook-sync:")}},
        {u"logo-combiner"_s, u"team-logo-combiner"_s, {{u".env"_s, "LOGO_COMBINER_TAG="}}},
        {u"google-drive"_s, u"google-drive-service"_s, {inCompose("/google-drive-service:")}},
        {u"queue"_s, {}, {inCompose("\"redis:")}},
    };
    return all;
}

Deployed deployed(const QString &name)
{
    return *std::ranges::find(deployed(), name, &Deployed::name);
}

QByteArray referenceAt(const QByteArray &text, const Place &place)
{
    const auto [begin, end] = rangeOf(text, place);
    return text.sliced(begin, end - begin);
}

QByteArray withReference(QByteArray text, const Place &place, const QByteArray &reference)
{
    const auto [begin, end] = rangeOf(text, place);
    return begin == 0 ? text : text.replace(begin, end - begin, reference);
}

QString pinned(World &world, const QString &source, const QString &tag)
{
    return tag + u'@' + digestOf(serviceImages(world, source), tag);
}

QString digestPublished(const ImageRepository &repository, const QDateTime &at)
{
    for (const auto &[digest, manifest] : repository.manifests.asKeyValueRange()) {
        if (manifest.publishedAt == at && manifest.mediaType == QLatin1StringView{indexType})
            return digest;
    }
    return {};
}

} // namespace slipway::simulator::demo
