// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/facts.h"

#include "core/updates/imagefacts.h"
#include "core/updates/newer.h"
#include "core/updates/provenance.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

QString presentTag(const Row &row)
{
    return row.image.tag.value_or(row.policy.tag.value_or(u"latest"_s));
}

/// The newest image that the judgement names; empty if it is the present one.
QString newestTag(const Row &row)
{
    const auto &judgement = *row.judgement;
    if (judgement.candidate)
        return judgement.candidate->tag;
    if (judgement.outcome == updates::Outcome::Held && judgement.newest && *judgement.newest != presentTag(row))
        return *judgement.newest;
    return {};
}

/// Comparable tags above the present one, up to that one.
int releasesUpTo(const Row &row, const QString &newest, const QStringList &tags, QDate today)
{
    const auto order = updates::TagOrder::of(row.policy, presentTag(row));
    if (!order)
        return 0;
    const auto newer = order->newer(tags, today).tags; // newest first
    const auto found = std::ranges::find(newer, newest, &updates::NewerTag::tag);
    return static_cast<int>(newer.end() - found);
}

QList<Platform> missingIn(const QList<Platform> &platforms, const QList<Platform> &there)
{
    QList<Platform> missing;
    std::ranges::copy_if(platforms, std::back_inserter(missing),
                         [&](const Platform &platform) { return !there.contains(platform); });
    return missing;
}

bool isWorthAsking(const Row &row)
{
    if (!row.judgement || row.image.repository.path.isEmpty())
        return false;
    const auto outcome = row.judgement->outcome;
    return outcome != updates::Outcome::Error && outcome != updates::Outcome::Refused;
}

} // namespace

QString presentName(const Row &row)
{
    return row.image.digest ? row.image.digest->text() : presentTag(row);
}

QCoro::Task<Result<RowFacts>> factsOf(Row row, registry::Client *client, QDate today, std::stop_token stop)
{
    RowFacts facts;
    if (!isWorthAsking(row))
        co_return facts;
    const auto &repository = row.image.repository;
    const auto present = co_await updates::imageFacts(client, repository, presentName(row), row.policy.platforms, stop);
    if (present) {
        facts.runningCreated = present->created().value_or(QDateTime{});
        facts.platforms = present->platforms;
    }
    const auto newest = newestTag(row);
    auto shown = present;
    if (!newest.isEmpty()) {
        shown = co_await updates::imageFacts(client, repository, newest, row.policy.platforms, stop);
        if (shown && present)
            facts.droppedPlatforms = missingIn(present->platforms, shown->platforms);
        if (shown && row.judgement->candidate)
            facts.platforms = shown->platforms;
        facts.releasesBehind = 1; // a push of the same tag
        if (newest != presentTag(row)) {
            const auto tags = co_await client->tags(repository, stop);
            facts.releasesBehind = tags ? releasesUpTo(row, newest, *tags, today) : 0;
        }
    }
    if (shown) {
        facts.newestCreated = shown->created().value_or(QDateTime{});
        const auto claim = co_await updates::claimedProvenance(client, repository, shown->manifest, stop);
        facts.claimedProvenance = claim.value_or(updates::ProvenanceClaim{});
    }
    if (stop.stop_requested())
        co_return failure(cancelled());
    co_return facts;
}

void addFacts(Row &row, const RowFacts &facts)
{
    row.newestCreated = facts.newestCreated;
    row.runningCreated = facts.runningCreated;
    row.releasesBehind = facts.releasesBehind;
    row.platforms = facts.platforms;
    row.droppedPlatforms = facts.droppedPlatforms;
    row.claimedProvenance = facts.claimedProvenance;
}

} // namespace slipway::workspace
