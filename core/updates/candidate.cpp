// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/candidate.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace slipway::updates
{
namespace
{

constexpr auto oldScheme = 180 * 24h;

std::optional<Reason> ageReason(const Question &question, const ImageFacts &facts)
{
    const auto &policy = question.subject.policy;
    if (policy.minimumAge == 0h)
        return std::nullopt;
    auto created = facts.created();
    if (!created && question.firstSeen)
        created = question.firstSeen(question.subject.image().repository, facts.manifest.digest);
    if (!created)
        return Reason::AgeUnknown;
    return created->msecsTo(question.now) < std::chrono::milliseconds(policy.minimumAge).count()
               ? std::optional{Reason::MinimumAge}
               : std::nullopt;
}

QList<Platform> missingPlatforms(QList<Platform> required, const QList<Platform> &there)
{
    required.removeIf([&](const Platform &platform) { return there.contains(platform); });
    return required;
}

/// The first filter that does not let an image through, of those that look at it alone.
std::optional<HeldBack> heldBack(const Question &question, const ImageFacts &facts, const QList<Platform> &required)
{
    if (const auto reason = ageReason(question, facts))
        return HeldBack{.reason = *reason};
    if (const auto missing = missingPlatforms(required, facts.platforms); !missing.isEmpty())
        return HeldBack{.reason = Reason::PlatformMissing, .missing = missing};
    return std::nullopt;
}

/// Whether a higher first number was built long before the current image: an older way of numbering.
QCoro::Task<Result<bool>> isOlderScheme(Question question, ImageFacts candidate)
{
    const auto current =
        question.subject.image().digest ? question.subject.image().digest->text() : question.subject.tag;
    const auto facts = co_await imageFacts(question.client, question.subject.image().repository, current,
                                           question.subject.required, question.stop);
    if (!facts && facts.error().kind == Error::Kind::NotFound)
        co_return false;
    if (!facts)
        co_return failure(facts.error());
    const auto before = candidate.created();
    const auto after = facts->created();
    co_return before &&after && before->msecsTo(*after) > std::chrono::milliseconds(oldScheme).count();
}

} // namespace

QCoro::Task<Result<std::optional<Platform>>> pinnedPlatform(Question question)
{
    const auto &image = question.subject.image();
    if (!image.digest)
        co_return std::optional<Platform>{};
    const auto digest = image.digest->text();
    const auto manifest = co_await question.client->manifest(image.repository, digest, question.stop);
    if (manifest && manifest->isIndex)
        co_return std::optional<Platform>{};
    const auto facts = co_await imageFacts(question.client, image.repository, digest, {}, question.stop);
    if (!facts && facts.error().kind == Error::Kind::NotFound)
        co_return std::optional<Platform>{};
    if (!facts)
        co_return failure(facts.error());
    if (!facts->config)
        co_return std::optional<Platform>{};
    co_return std::optional{facts->config->platform};
}

QCoro::Task<Result<Examined>> examine(Question question, QString tag, bool growsMajor, std::optional<Platform> pinned)
{
    const auto &subject = question.subject;
    const auto &repository = subject.image().repository;
    const auto manifest = co_await question.client->manifest(repository, tag, question.stop);
    if (!manifest && manifest.error().kind == Error::Kind::NotFound)
        co_return Examined{.exists = false};
    if (!manifest)
        co_return failure(manifest.error());
    Examined examined{.manifest = *manifest};

    auto required = subject.required;
    if (pinned && !required.contains(*pinned))
        required.append(*pinned);
    if (subject.policy.minimumAge == 0h && required.isEmpty() && !growsMajor)
        co_return examined;

    const auto facts = co_await imageFacts(question.client, repository, tag, required, question.stop);
    if (!facts)
        co_return failure(facts.error());
    examined.heldBack = heldBack(question, *facts, required);
    if (!examined.heldBack && growsMajor) {
        const auto older = co_await isOlderScheme(question, *facts);
        if (!older)
            co_return failure(older.error());
        if (*older)
            examined.heldBack = HeldBack{.reason = Reason::OlderScheme};
    }
    co_return examined;
}

} // namespace slipway::updates
