// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/service.h"

#include "core/simulator/demo/publications.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

using std::chrono::days;

/// Where the story names no commits, there is one.
QList<Step> stepsOf(const Service &service, const QString &version, qsizetype index, qsizetype commitsBefore)
{
    if (auto told = steps(service.name, version); !told.isEmpty())
        return told;
    const QString message = service.hasVersions ? u"Release "_s + version : u"Maintenance %1"_s.arg(index + 1);
    return {{message, commitsBefore % 2 == 0 ? u"mfager"_s : u"bartesch"_s}};
}

void addService(World &world, const Service &service, const QDateTime &start)
{
    auto previousAt = service.releases.first().at.addDuration(-days{20});
    addSource(world, QString::fromLatin1(organization), service.name, previousAt);
    qsizetype commits = 0;
    for (qsizetype i = 0; i < service.releases.size(); ++i) {
        const auto &[version, at] = service.releases.at(i);
        Build next{
            .owner = QString::fromLatin1(organization),
            .service = service.name,
            .version = service.hasVersions ? version : QString{},
            .steps = stepsOf(service, version, i, commits),
            .at = at,
            .previousAt = previousAt,
            .platforms = bothPlatforms(),
            .hasRevisionTag = !service.hasVersions || i >= service.releases.size() - 3,
            .isAttested = at >= start.addDuration(-days{61}),
        };
        if (service.name == "match-list-processor"_L1 && version == "2.0.0"_L1)
            next.notes = u"Matches move to SQLite. The /v1 endpoints are gone. arm64 follows.\n\n"_s;
        if (service.withoutArm.contains(version))
            next.platforms.removeLast();
        build(world, next);
        commits += next.steps.size();
        previousAt = at;
    }
}

} // namespace

ImageRepository &serviceImages(World &world, const QString &service)
{
    return simulator::serviceImages(world, QString::fromLatin1(organization), service);
}

void addServices(World &world, const QDateTime &start)
{
    const auto all = services(start);
    for (const auto &service : all)
        addService(world, service, start);
}

} // namespace slipway::simulator::demo
