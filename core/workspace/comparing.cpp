// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/comparing.h"

#include "core/base/aside.h"
#include "core/base/nextturn.h"
#include "core/updates/details.h"
#include "core/updates/imagefacts.h"
#include "core/updates/provenance.h"
#include "core/workspace/between.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

/// A changed image with the policy that it moves under.
struct Asked
{
    ChangedImage change;
    std::optional<updates::Subject> subject; ///< nothing where nobody judges it
    QString service;
};

ImageVersion versionOf(const ImageReference &image)
{
    return {.tag = image.tag.value_or(QString{}), .digest = image.digest};
}

updates::PinnedTag pinned(const ImageReference &image)
{
    return {.tag = image.tag.value_or(QString{}), .digest = image.digest};
}

QString nameOf(const ImageReference &image)
{
    return image.digest ? image.digest->text() : image.tag.value_or(u"latest"_s);
}

bool allThere(const QList<Platform> &wanted, const QList<Platform> &there)
{
    return std::ranges::all_of(wanted, [&](const Platform &platform) { return there.contains(platform); });
}

updates::Build buildOf(const updates::ImageFacts &facts)
{
    return {.version = facts.label(u"version"_s), .created = facts.created(), .revision = facts.label(u"revision"_s)};
}

/// What the registry says of both images.
struct BothImages
{
    updates::CurrentImage from;
    std::optional<updates::ImageFacts> to;
};

QCoro::Task<BothImages> askBoth(registry::Client *client, Asked asked, std::stop_token stop)
{
    const auto preferred = asked.subject ? asked.subject->required : QList<Platform>{};
    const auto &before = asked.change.from();
    const auto &after = asked.change.to();
    auto asking = updates::imageFacts(client, before.repository, nameOf(before), preferred, stop);
    const auto to = co_await updates::imageFacts(client, after.repository, nameOf(after), preferred, stop);
    const auto from = co_await asking;
    BothImages both;
    if (from)
        both.from.facts = *from;
    else
        both.from.gone = from.error().kind == Error::Kind::NotFound;
    if (to)
        both.to = *to;
    co_return both;
}

void addRegistryFacts(ComparedUpdate &update, const Asked &asked, const BothImages &both)
{
    const auto &to = *both.to;
    update.told.build = buildOf(to);
    if (both.from.facts) {
        for (const auto &platform : both.from.facts->platforms) {
            if (!to.platforms.contains(platform))
                update.shown.droppedPlatforms.append(platform);
        }
    }
    const auto required = asked.subject ? asked.subject->required : QList<Platform>{};
    update.shown.platformsAreAllThere = update.shown.droppedPlatforms.isEmpty() && allThere(required, to.platforms);
    if (asked.subject)
        update.shown.risks =
            updates::risksOf(*asked.subject, both.from, to, asked.change.to().tag.value_or(QString{}), std::nullopt);
    update.told.isMajor = update.shown.risks.contains(updates::Risk::Major);
}

QCoro::Task<int> releasesTo(registry::Client *client, Asked asked, QDate today, std::stop_token stop)
{
    const auto tag = asked.change.to().tag;
    if (!asked.subject || !tag || tag == asked.change.from().tag)
        co_return 1;
    const auto tags = co_await client->tags(asked.change.to().repository, stop);
    if (!tags)
        co_return 1;
    const auto newer = asked.subject->order.newer(*tags, today).tags;
    const auto found = std::ranges::find(newer, *tag, &updates::NewerTag::tag);
    co_return std::max(1, static_cast<int>(newer.end() - found));
}

QCoro::Task<ComparedUpdate> compareOne(ReachPointer reach, registry::Client *client, Asked asked, std::stop_token stop)
{
    const auto &change = asked.change;
    const auto owner = change.after.owners.value(0);
    ComparedUpdate update{
        .shown = {.key = {.project = owner.project, .service = asked.service},
                  .move = {.service = asked.service, .from = versionOf(change.from()), .to = versionOf(change.to())}},
        .told = {.service = asked.service, .from = pinned(change.from()), .to = pinned(change.to())},
    };
    if (asked.subject)
        update.told.following = asked.subject->order.following();
    const auto both = co_await askBoth(client, asked, stop);
    update.told.releases = co_await releasesTo(client, asked, reach->clock().now().date(), stop);
    if (!both.to)
        co_return update;
    addRegistryFacts(update, asked, both);
    const auto claim = co_await updates::claimedProvenance(client, change.to().repository, both.to->manifest, stop);
    update.shown.claimedProvenance = claim.value_or(updates::ProvenanceClaim{});
    const auto source = updates::sourceOf(both.from, *both.to);
    if (!source)
        co_return update;
    update.told.source = source->url;
    update.told.compare = source->compare;
    const auto tag = change.to().tag.value_or(QString{});
    const auto between = co_await askBetween(reach->github(), *source, tag, stop);
    if (between) {
        update.shown.between = *between;
        update.told.commits = between->count;
    }
    co_return update;
}

/// The first change of each service; the others move with it.
QList<Asked> askedOf(const QList<ChangedImage> &changes, const updates::Survey &before)
{
    QList<Asked> all;
    QStringList known;
    for (const auto &change : changes) {
        for (const auto &service : change.after.use.services) {
            if (known.contains(service))
                continue;
            known.append(service);
            Asked asked{.change = change, .subject = {}, .service = service};
            if (before.policies) {
                if (auto subject = updates::subjectOf(before, change.before))
                    asked.subject = *subject;
            }
            all.append(std::move(asked));
        }
    }
    return all;
}

QList<ImageRepository> repositoriesOf(const QList<Asked> &all)
{
    QList<ImageRepository> repositories;
    for (const auto &asked : all)
        repositories += {asked.change.from().repository, asked.change.to().repository};
    return repositories;
}

} // namespace

QCoro::Task<Result<Compared>> compared(ReachPointer reach, registry::Client *client, Difference difference,
                                       QString into, QString baseCommit, std::stop_token stop)
{
    const auto surveyOf = [](const updates::RepositoryFilesPointer &files) {
        return updates::surveyAside({.source = updates::repositoryReader(files)}, updates::Keep::Places);
    };
    auto reading = surveyOf(difference.before);
    const auto after = co_await surveyOf(difference.after);
    const auto before = co_await reading;
    if (!before || !after)
        co_return failure(!before ? before.error() : after.error());
    const auto changes = changedImages(*before, *after);

    const auto askedAll = askedOf(changes, *before);
    client->expect(repositoriesOf(askedAll));
    std::vector<QCoro::Task<ComparedUpdate>> tasks;
    for (const auto &asked : askedAll) {
        if (isTurnOver(tasks.size()))
            co_await NextTurn{};
        tasks.push_back(compareOne(reach, client, asked, stop));
    }
    Compared made{.preview = {.into = into, .baseCommit = baseCommit}};
    for (auto &task : tasks) {
        made.updates.append(co_await task);
        made.preview.updates.append(made.updates.last().shown);
    }
    co_await Aside([&] {
        made.preview.files = filePreviews(difference, changes, after->files);
        made.preview.contentHash = contentHashOf(made.preview.files);
    });
    if (stop.stop_requested())
        co_return failure(cancelled());
    co_return made;
}

} // namespace slipway::workspace
