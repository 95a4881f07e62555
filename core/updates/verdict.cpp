// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/verdict.h"

#include "core/updates/details.h"
#include "core/updates/prepared.h"
#include "core/updates/text.h"
#include "core/updates/why.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

constexpr int mostSkipped = 10;

/// The newer tags that are not taken, and the newest of all.
struct Passed
{
    QList<Skipped> skipped;
    QString newest;
    std::optional<Reason> reason; ///< why the newest is not taken
    QString sentences;            ///< about it, and about an older numbering above it
    bool onlyAboveLevel = true;   ///< nothing but the level, or an older numbering, keeps the others back
};

Passed passedOver(const Member &member, const std::optional<NewerTag> &accepted)
{
    const auto &subject = member.question.subject;
    Passed passed{.skipped = {}, .newest = accepted ? accepted->tag : subject.tag, .reason = {}, .sentences = {}};
    for (const auto &tag : member.newer.tags) {
        if (accepted && tag.tag == accepted->tag)
            break;
        if (member.vanished.contains(tag.tag))
            continue;
        const auto held = tag.heldBack ? HeldBack{.reason = *tag.heldBack} : member.against.value(tag.tag);
        const auto reason = held.reason;
        passed.onlyAboveLevel = passed.onlyAboveLevel && (reason == Reason::Level || reason == Reason::OlderScheme);
        if (passed.skipped.size() < mostSkipped)
            passed.skipped.append({.tag = tag.tag, .reason = reason});
        if (passed.reason || (reason == Reason::OlderScheme && !passed.sentences.isEmpty()))
            continue;
        passed.sentences = whyHeld(subject, tag.tag, held, tag.growsMajor);
        if (reason != Reason::OlderScheme) {
            passed.newest = tag.tag;
            passed.reason = reason;
        }
    }
    return passed;
}

QString sentences(const QString &first, const QString &second)
{
    return QStringList{first, second}.join(first.isEmpty() || second.isEmpty() ? u""_s : u" "_s);
}

Verdict verdict(const Subject &subject, const Passed &passed, Outcome outcome)
{
    Verdict made{.judgement = {.outcome = outcome, .reason = passed.reason}};
    if (subject.order.following() != Following::Digest)
        made.judgement.newest = passed.newest;
    made.judgement.skipped = passed.skipped;
    return made;
}

Verdict refused(Reason reason, const QString &why)
{
    return {.judgement = {.outcome = Outcome::Refused, .reason = reason, .why = why}};
}

Result<Verdict> failed(const Question &question, const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return failure(error);
    const auto isLimited = error.kind == Error::Kind::RateLimited && error.retryAt.isValid();
    return Verdict{.judgement = {.outcome = Outcome::Error,
                                 .reason = reasonOf(error),
                                 .why = isLimited ? whyLimited(question.subject, error.retryAt, question.now)
                                                  : sentences(error.message, error.remedy),
                                 .askAgainAt = error.retryAt}};
}

/// When an image was built, if that is after the present one.
std::optional<QDateTime> newerSince(const CurrentImage &current, const ImageFacts &candidate)
{
    const auto before = current.facts ? current.facts->created() : std::nullopt;
    const auto after = candidate.created();
    return after && (!before || *before < *after) ? after : std::nullopt;
}

Verdict goneVerdict(const Subject &subject, const Passed &passed)
{
    Judgement gone{.outcome = Outcome::Error,
                   .reason = Reason::TagGone,
                   .why = sentences(whyGone(subject), passed.sentences),
                   .skipped = passed.skipped};
    if (passed.reason)
        gone.newest = passed.newest;
    return {.judgement = gone};
}

/// The digest that the text shall have; nothing: none.
std::optional<Digest> writtenDigest(const Subject &subject, bool changesTag, const Digest &digest)
{
    const auto hadDigest = subject.image().digest.has_value();
    switch (subject.policy.pin) {
    case config::Pin::Always: return digest;
    case config::Pin::Never: return hadDigest && !changesTag ? std::optional{digest} : std::nullopt;
    case config::Pin::Keep: break;
    }
    const auto follows = subject.order.following() == Following::Digest;
    return hadDigest || follows ? std::optional{digest} : std::nullopt;
}

QCoro::Task<Result<CurrentImage>> currentImage(Member member)
{
    const auto &subject = member.question.subject;
    const auto &image = subject.image();
    const auto name = image.digest ? image.digest->text() : subject.tag;
    const auto facts =
        co_await imageFacts(member.question.client, image.repository, name, subject.required, member.question.stop);
    if (!facts && facts.error().kind == Error::Kind::NotFound)
        co_return CurrentImage{.gone = true};
    if (!facts)
        co_return failure(facts.error());
    const auto tagIsGone = subject.order.following() != Following::Digest && !member.tagIsListed;
    co_return CurrentImage{.facts = *facts, .gone = tagIsGone || facts->isBroken};
}

/// The verdict `update` to a tag, the written one included.
QCoro::Task<Result<Verdict>> updateTo(Member member, QString tag, Passed passed)
{
    const auto &subject = member.question.subject;
    const auto &repository = subject.image().repository;
    auto preferred = subject.required;
    if (member.pinned)
        preferred.prepend(*member.pinned);
    auto asked = imageFacts(member.question.client, repository, tag, preferred, member.question.stop);
    const auto current = co_await currentImage(member);
    const auto candidate = co_await asked;
    if (!candidate)
        co_return failed(member.question, candidate.error());
    if (!current)
        co_return failed(member.question, current.error());
    const auto digest = member.pinned ? digestFor(candidate->manifest, *member.pinned) : candidate->manifest.digest;
    if (!digest) { // the platform left the tag since it was looked at
        const HeldBack held{.reason = Reason::PlatformMissing, .missing = {*member.pinned}};
        co_return failed(member.question,
                         {.kind = Error::Kind::Protocol, .message = whyHeld(subject, tag, held, false)});
    }

    const auto changesTag = tag != subject.tag;
    const auto keepsNoTag = !subject.image().tag && subject.image().digest && !changesTag;
    const auto edits = compose::pinEdits(subject.site, keepsNoTag ? std::nullopt : std::optional{tag},
                                         writtenDigest(subject, changesTag, *digest));
    if (!edits)
        co_return refused(Reason::VariableComplex,
                          Text::tr("%1 cannot be written in one place: the reference is put together from "
                                   "several. Write the tag, or the whole reference, in one piece.")
                              .arg(tag));
    auto made = verdict(subject, passed, Outcome::Update);
    made.edits = *edits;
    made.judgement.candidate = Candidate{.tag = tag, .digest = *digest};
    made.judgement.edits = shownEdits(*edits);
    made.judgement.risks = risksOf(subject, *current, *candidate, tag, member.pinned);
    made.judgement.source = sourceOf(*current, *candidate);
    made.judgement.why = sentences(changesTag ? whyNewest(subject, tag, passed.onlyAboveLevel)
                                              : whyRebuilt(subject, *digest, newerSince(*current, *candidate)),
                                   passed.sentences);
    co_return made;
}

/// After a 404 on a manifest the tag list is asked once: a 404 there too means that there is no such repository.
QCoro::Task<Result<Verdict>> gone(Member member, Passed passed)
{
    const auto &subject = member.question.subject;
    if (subject.order.following() == Following::Digest) {
        const auto tags = co_await member.question.client->tags(subject.image().repository, member.question.stop);
        if (!tags)
            co_return failed(member.question, tags.error());
    }
    co_return goneVerdict(subject, passed);
}

Verdict unchanged(const Subject &subject, const Passed &passed)
{
    auto made = verdict(subject, passed, passed.reason ? Outcome::Held : Outcome::Current);
    made.judgement.why = passed.reason ? passed.sentences : sentences(whyCurrent(subject), passed.sentences);
    return made;
}

/// The written tag's present digest is held back, and what is newer too, if there is anything.
Verdict heldRebuild(const Subject &subject, const Passed &passed, const HeldBack &held)
{
    auto made = verdict(subject, passed, Outcome::Held);
    made.judgement.reason = passed.reason.value_or(held.reason);
    const auto saysItAll = passed.reason == held.reason;
    made.judgement.why =
        sentences(passed.sentences, saysItAll ? QString{} : whyHeld(subject, subject.tag, held, false));
    return made;
}

/// Follows the written tag's digest, where the reference has one or shall have one.
QCoro::Task<Result<Verdict>> followDigest(Member member, Passed passed)
{
    const auto &subject = member.question.subject;
    const auto &image = subject.image();
    if (image.digest) {
        const auto head = co_await member.question.client->head(image.repository, subject.tag, member.question.stop);
        if (!head && head.error().kind == Error::Kind::NotFound)
            co_return co_await gone(member, passed);
        if (!head)
            co_return failed(member.question, head.error());
        if (*head == image.digest)
            co_return unchanged(subject, passed);
        const auto pinned = co_await pinnedPlatform(member.question);
        if (!pinned)
            co_return failed(member.question, pinned.error());
        member.pinned = *pinned;
    }
    const auto examined = co_await examine(member.question, subject.tag, false, member.pinned);
    if (!examined)
        co_return failed(member.question, examined.error());
    if (!examined->exists)
        co_return co_await gone(member, passed);
    const auto now = member.pinned ? digestFor(*examined->manifest, *member.pinned) : examined->manifest->digest;
    if (now && now == image.digest)
        co_return unchanged(subject, passed);
    const auto heldBack = member.newer.isHeld ? std::optional{HeldBack{.reason = Reason::Hold}} : examined->heldBack;
    if (heldBack)
        co_return heldRebuild(subject, passed, *heldBack);
    co_return co_await updateTo(member, subject.tag, passed);
}

} // namespace

QCoro::Task<Result<Verdict>> verdictOf(Member member, std::optional<NewerTag> accepted)
{
    if (member.error)
        co_return failed(member.question, *member.error);
    const auto &subject = member.question.subject;
    const auto passed = passedOver(member, accepted);
    if (accepted)
        co_return co_await updateTo(member, accepted->tag, passed);

    const auto isDigest = subject.order.following() == Following::Digest;
    const auto wantsDigest = subject.image().digest || subject.policy.pin == config::Pin::Always ||
                             (isDigest && subject.policy.pin != config::Pin::Never);
    if (wantsDigest)
        co_return co_await followDigest(member, passed);
    if (!isDigest)
        co_return member.tagIsListed ? unchanged(subject, passed) : goneVerdict(subject, passed);
    const auto head =
        co_await member.question.client->head(subject.image().repository, subject.tag, member.question.stop);
    if (!head && head.error().kind == Error::Kind::NotFound)
        co_return co_await gone(member, passed);
    if (!head)
        co_return failed(member.question, head.error());
    co_return unchanged(subject, passed);
}

} // namespace slipway::updates
