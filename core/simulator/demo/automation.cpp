// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/automation.h"

#include "core/simulator/demo/proposal.h"
#include "core/simulator/demo/service.h"
#include "core/simulator/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

constexpr auto automation = "slipway-bot"_L1;

/// When the repository last published something.
QDateTime lastPublication(const ImageRepository &images)
{
    const auto manifests = images.manifests.values();
    return std::ranges::max(manifests, {}, &Manifest::publishedAt).publishedAt;
}

const ImageRepository &imagesOf(const World &world, const Deployed &service)
{
    return *images(world, u"ghcr.io"_s, u"pitchconnect/"_s + service.source);
}

/// The version after the newest: 1.5.1 after 1.5.0. Empty where there are none.
QString nextVersion(const World &world, const Deployed &service)
{
    const auto *source = repository(world, QString::fromLatin1(organization), service.source);
    if (source->releases.isEmpty())
        return {};
    const auto newest = source->releases.last().tag;
    return newest.section(u'.', 0, 1) + u'.' + QString::number(newest.section(u'.', 2, 2).toInt() + 1);
}

/// Whether the policy lets automation go from one version to the other: within the major version, logo-combiner within
/// the minor one. Only the digest moves: always.
bool isWithinPolicy(const QString &service, const QString &from, const QString &to)
{
    const int part = service == "logo-combiner"_L1 ? 1 : 0;
    return to.isEmpty() || from.section(u'.', 0, part) == to.section(u'.', 0, part);
}

QString referenceOnMain(const Repository &repository, const Deployed &service)
{
    const auto &place = service.places.first();
    const auto text = git::fileAt(repository.objects, branch(repository, u"main"_s), place.file).value_or(QByteArray{});
    return QString::fromUtf8(referenceAt(text, place));
}

PullRequest *openPullFrom(Repository &repository, const QString &head)
{
    const auto found = std::ranges::find_if(
        repository.pulls, [&](const PullRequest &pull) { return pull.isOpen() && pull.head == head; });
    return found == repository.pulls.end() ? nullptr : &*found;
}

bool isByAutomation(const World &world, const Repository &repository, const ObjectId &commit)
{
    const auto author = repository.objects.commits.value(commit).author;
    return author.email == signature(world, automation, {}).email;
}

} // namespace

void publishVersion(World &world, const Event &event)
{
    const auto service = deployed(event.service);
    const auto &images = imagesOf(world, service);
    Build made{
        .owner = QString::fromLatin1(organization),
        .service = service.source,
        .version = event.version,
        .steps = {{event.message, event.author}},
        .at = event.at,
        .previousAt = lastPublication(images),
        .platforms = bothPlatforms(),
    };
    if (event.withoutArm)
        made.platforms.removeLast();
    build(world, made);
}

Event nextPatch(const World &world)
{
    auto services = deployed();
    services.removeIf([](const Deployed &service) { return service.source.isEmpty(); });
    const auto service = *std::ranges::min_element(
        services, {}, [&](const Deployed &one) { return lastPublication(imagesOf(world, one)); });
    const auto version = nextVersion(world, service);
    const auto *source = repository(world, QString::fromLatin1(organization), service.source);
    const auto count = source->objects.commits.size();
    return {
        .at = world.now,
        .kind = Event::Kind::Publish,
        .service = service.name,
        .version = version,
        .message = version.isEmpty() ? u"Maintenance"_s : u"Release "_s + version,
        .author = count % 2 == 0 ? u"mfager"_s : u"bartesch"_s,
    };
}

std::optional<ObjectId> automate(World &world, const Event &event)
{
    auto &repository = deploymentRepository(world);
    const auto service = deployed(event.service);
    const auto now = referenceOnMain(repository, service);
    const auto wanted = pinned(world, service.source, event.version.isEmpty() ? u"latest"_s : event.version);
    if (now == wanted || event.withoutArm || !isWithinPolicy(service.name, now, event.version))
        return {};

    const auto head = branch(repository, updateBranch(service.name));
    if (!head.isEmpty() && !isByAutomation(world, repository, head))
        return {};
    if (auto *open = openPullFrom(repository, updateBranch(service.name))) {
        renewUpdate(world, *open, service.name, wanted);
        return open->headCommit;
    }
    return proposeUpdate(world, service.name, wanted, automation).headCommit;
}

PullRequest *openPullOf(Repository &repository, const ObjectId &head)
{
    const auto found = std::ranges::find_if(
        repository.pulls, [&](const PullRequest &pull) { return pull.isOpen() && pull.headCommit == head; });
    return found == repository.pulls.end() ? nullptr : &*found;
}

} // namespace slipway::simulator::demo
