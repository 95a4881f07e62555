// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/details.h"

#include "core/image/version.h"
#include "core/updates/details.h"
#include "core/updates/imagefacts.h"
#include "core/workspace/between.h"
#include "core/workspace/facts.h"
#include "core/workspace/text.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

constexpr qsizetype mostVersions = 40;
constexpr qsizetype mostOthers = 80; ///< moving tags and those of commits, which stand beside a version

using Facts = Result<updates::ImageFacts>;

/// A tag with the digest that it leads to; nothing if it is gone or cannot be asked for.
struct Pointer
{
    QString tag;
    std::optional<Digest> digest;
};

QCoro::Task<Pointer> pointerOf(registry::Client *client, ImageRepository repository, QString tag, std::stop_token stop)
{
    const auto digest = co_await client->head(repository, tag, stop);
    co_return Pointer{.tag = tag, .digest = digest ? std::optional(*digest) : std::nullopt};
}

QCoro::Task<QList<Pointer>> pointersOf(registry::Client *client, ImageRepository repository, QStringList tags,
                                       std::stop_token stop)
{
    std::vector<QCoro::Task<Pointer>> tasks;
    for (const auto &tag : std::as_const(tags))
        tasks.push_back(pointerOf(client, repository, tag, stop));
    QList<Pointer> pointers;
    for (auto &task : tasks)
        pointers.append(co_await task);
    co_return pointers;
}

/// A row of the list for each of the first tags, with those of the others that lead to the same image.
QList<Version> versionsOf(const QList<Pointer> &first, const QList<Pointer> &others)
{
    QList<Version> versions;
    for (const auto &pointer : first) {
        const auto known = std::ranges::find_if(
            versions, [&](const Version &version) { return pointer.digest && version.digest == pointer.digest; });
        if (known != versions.end())
            known->also.append(pointer.tag);
        else
            versions.append({.tag = pointer.tag, .digest = pointer.digest});
    }
    for (const auto &pointer : others) {
        for (auto &version : versions) {
            if (pointer.digest && version.digest == pointer.digest)
                version.also.append(pointer.tag);
        }
    }
    return versions;
}

QCoro::Task<QDateTime> createdAt(registry::Client *client, ImageRepository repository, QString digest,
                                 std::stop_token stop)
{
    const auto facts = co_await updates::imageFacts(client, repository, digest, {}, stop);
    co_return facts ? facts->created().value_or(QDateTime{}) : QDateTime{};
}

QCoro::Task<QList<Version>> withTimes(registry::Client *client, ImageRepository repository, QList<Version> versions,
                                      std::stop_token stop)
{
    std::vector<QCoro::Task<QDateTime>> tasks;
    for (const auto &version : std::as_const(versions))
        tasks.push_back(createdAt(client, repository, version.digest ? version.digest->text() : version.tag, stop));
    for (qsizetype i = 0; i < versions.size(); ++i)
        versions[i].created = co_await tasks.at(static_cast<size_t>(i));
    co_return versions;
}

bool isVersion(const Row &row)
{
    return row.image.tag && parseVersion(*row.image.tag).has_value();
}

void mark(QList<Version> &versions, const Row &row)
{
    const auto &running = row.running.version;
    const auto digest = running.digest ? running.digest : row.image.digest;
    for (auto &version : versions) {
        version.isRunning = running.digest ? version.digest == running.digest
                                           : version.tag == running.tag || version.also.contains(running.tag);
        if (!row.judgement)
            continue;
        for (const auto &skipped : row.judgement->skipped) {
            if (skipped.tag == version.tag || version.also.contains(skipped.tag))
                version.skipped = skipped.reason;
        }
    }
    if (!versions.isEmpty())
        versions.first().isNewest = true;
}

QCoro::Task<QList<Version>> askVersions(registry::Client *client, Row row, QStringList tags, std::stop_token stop)
{
    const auto &repository = row.image.repository;
    const auto first = versionTags(row.image.tag.value_or(QString{}), tags).mid(0, mostVersions);
    QStringList rest;
    std::ranges::copy_if(tags, std::back_inserter(rest), [&](const QString &tag) { return !first.contains(tag); });
    std::ranges::stable_sort(rest, {}, [](const QString &tag) { return tag.size(); });
    rest = rest.mid(0, mostOthers);
    auto asking = pointersOf(client, repository, first, stop);
    const auto others = co_await pointersOf(client, repository, rest, stop);
    const auto pointers = co_await asking;
    auto versions = co_await withTimes(client, repository, versionsOf(pointers, others), stop);
    if (!isVersion(row))
        std::ranges::stable_sort(versions, std::ranges::greater{}, &Version::created);
    mark(versions, row);
    co_return versions;
}

/// The image that the pane tells of: the newest that the judgement names, else the present one.
QString newestName(const Row &row)
{
    if (!row.judgement)
        return presentName(row);
    if (row.judgement->candidate)
        return row.judgement->candidate->digest.text();
    const auto isHeld = row.judgement->outcome == updates::Outcome::Held;
    return isHeld && row.judgement->newest ? *row.judgement->newest : presentName(row);
}

QString tagOf(const Row &row)
{
    if (row.judgement && row.judgement->candidate)
        return row.judgement->candidate->tag;
    return row.judgement && row.judgement->newest ? *row.judgement->newest : row.image.tag.value_or(QString{});
}

QString runningName(const Row &row)
{
    const auto &running = row.running.version;
    return running.digest ? running.digest->text() : running.tag.isEmpty() ? presentName(row) : running.tag;
}

/// Labels that say where the source of an image is, and which commit of it.
QCoro::Task<Details> askSource(ReachPointer reach, registry::Client *client, Row row, std::stop_token stop)
{
    Details details{.key = row.key};
    const auto &repository = row.image.repository;
    const auto newest = newestName(row);
    const auto running = runningName(row);
    const auto to = co_await updates::imageFacts(client, repository, newest, row.policy.platforms, stop);
    if (!to) {
        details.noBetween = to.error().message;
        co_return details;
    }
    if (to->config)
        details.labels = to->config->labels;
    if (running == newest) {
        details.noBetween = Text::tr("The newest image runs.");
        co_return details;
    }
    updates::CurrentImage from;
    if (const auto facts = co_await updates::imageFacts(client, repository, running, row.policy.platforms, stop))
        from.facts = *facts;
    const auto source = updates::sourceOf(from, *to).value_or(updates::Source{});
    const auto tag = tagOf(row);
    const auto between = co_await askBetween(reach->github(), source, tag, stop);
    if (between)
        details.between = *between;
    else
        details.noBetween = between.error().message;
    co_return details;
}

} // namespace

QStringList versionTags(const QString &present, const QStringList &tags)
{
    const auto written = parseVersion(present);
    if (!written) { // GitHub's registry lists what was pushed last at the end
        auto newestFirst = tags;
        std::ranges::reverse(newestFirst);
        return newestFirst;
    }
    QList<std::pair<QString, ::slipway::Version>> versions;
    for (const auto &tag : tags) {
        const auto version = parseVersion(tag);
        if (version && comparable(*written, *version))
            versions.append({tag, *version});
    }
    std::ranges::stable_sort(versions, [](const auto &a, const auto &b) { return compare(a.second, b.second) > 0; });
    QStringList sorted;
    for (const auto &[tag, version] : std::as_const(versions))
        sorted.append(tag);
    return sorted;
}

QCoro::Task<Result<Details>> askDetails(ReachPointer reach, Row row, std::stop_token stop)
{
    const auto client = reach->registries();
    auto source = askSource(reach, client.get(), row, stop);
    const auto tags = co_await client->tags(row.image.repository, stop);
    auto versions = QList<Version>{};
    if (tags)
        versions = co_await askVersions(client.get(), row, *tags, stop);
    auto details = co_await source;
    if (stop.stop_requested())
        co_return failure(cancelled());
    if (!tags && details.labels.isEmpty())
        co_return failure(tags.error());
    details.versions = versions;
    co_return details;
}

} // namespace slipway::workspace
