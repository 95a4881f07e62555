// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/judge.h"

#include "core/updates/candidate.h"
#include "core/updates/verdict.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

using MemberPointer = std::shared_ptr<Member>;

QCoro::Task<MemberPointer> survey(Question question)
{
    auto member = std::make_shared<Member>(question);
    const auto &subject = question.subject;
    QStringList tags;
    if (subject.order.following() != Following::Digest) {
        const auto listed = co_await question.client->tags(subject.image().repository, question.stop);
        if (!listed) {
            member->error = listed.error();
            co_return member;
        }
        tags = *listed;
        member->tagIsListed = tags.contains(subject.tag);
    }
    member->newer = subject.order.newer(tags, question.now.date());
    const auto mayChange = std::ranges::any_of(member->newer.tags, [](const NewerTag &tag) { return !tag.heldBack; });
    if (!mayChange)
        co_return member;
    const auto pinned = co_await pinnedPlatform(question);
    if (pinned)
        member->pinned = *pinned;
    else
        member->error = pinned.error();
    co_return member;
}

/// What a member's own filters say of a tag that all could take by its name.
QCoro::Task<Result<>> examineFor(MemberPointer member, NewerTag tag)
{
    const auto examined = co_await examine(member->question, tag.tag, tag.growsMajor, member->pinned);
    if (!examined)
        co_return failure(examined.error());
    if (!examined->exists)
        member->vanished.insert(tag.tag);
    else if (examined->heldBack)
        member->against.insert(tag.tag, *examined->heldBack);
    co_return Result<>{};
}

/// The tag of a member that has the same value in the shared variable as `tag` of the leader; nothing if none can.
std::optional<QString> counterpart(const Member &leader, const QString &tag, const Member &member)
{
    const auto from = compose::tagFrame(leader.question.subject.site);
    const auto to = compose::tagFrame(member.question.subject.site);
    if (tag.size() <= from.before.size() + from.behind.size() || !tag.startsWith(from.before) ||
        !tag.endsWith(from.behind))
        return std::nullopt;
    return to.before + tag.sliced(from.before.size(), tag.size() - from.before.size() - from.behind.size()) + to.behind;
}

/// The counterparts of the leader's tag in all members; fewer where one has no such tag, or holds it back by its name.
QList<NewerTag> counterparts(const QList<MemberPointer> &members, const NewerTag &tag)
{
    if (members.size() == 1)
        return tag.heldBack ? QList<NewerTag>{} : QList{tag};
    QList<NewerTag> all;
    for (const auto &member : members) {
        const auto name = counterpart(*members.first(), tag.tag, *member);
        const auto &newer = member->newer.tags;
        const auto own = name ? std::ranges::find(newer, *name, &NewerTag::tag) : newer.end();
        if (own == newer.end() || own->heldBack)
            return {};
        all.append(*own);
    }
    return all;
}

/// The newest tags that all members accept, one for each; empty if there are none.
QCoro::Task<Result<QList<NewerTag>>> chooseTogether(QList<MemberPointer> members)
{
    const auto leader = members.first();
    const auto anyError =
        std::ranges::any_of(members, [](const MemberPointer &member) { return member->error.has_value(); });
    if (anyError)
        co_return QList<NewerTag>{};
    for (const auto &tag : std::as_const(leader->newer.tags)) {
        const auto chosen = counterparts(members, tag);
        bool accepted = !chosen.isEmpty();
        for (qsizetype i = 0; accepted && i < members.size(); ++i) {
            const auto &member = members.at(i);
            const auto done = co_await examineFor(member, chosen.at(i));
            if (!done) {
                member->error = done.error();
                co_return QList<NewerTag>{};
            }
            accepted = !member->against.contains(chosen.at(i).tag) && !member->vanished.contains(chosen.at(i).tag);
        }
        if (accepted)
            co_return chosen;
    }
    co_return QList<NewerTag>{};
}

} // namespace

QCoro::Task<Result<QList<Verdict>>> judgeTogether(QList<Subject> subjects, Outside outside, std::stop_token stop)
{
    std::vector<QCoro::Task<MemberPointer>> surveys;
    for (const auto &subject : std::as_const(subjects))
        surveys.push_back(survey({.subject = subject,
                                  .client = outside.client,
                                  .now = outside.now,
                                  .firstSeen = outside.firstSeen,
                                  .stop = stop}));
    QList<MemberPointer> members;
    for (auto &each : surveys)
        members.append(co_await each);

    const auto chosen = co_await chooseTogether(members);
    QList<Verdict> verdicts;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const auto accepted = chosen && !chosen->isEmpty() ? std::optional{chosen->at(i)} : std::nullopt;
        const auto verdict = co_await verdictOf(*members.at(i), accepted);
        if (!verdict)
            co_return failure(verdict.error());
        verdicts.append(*verdict);
    }
    co_return verdicts;
}

Reason reasonOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound: return Reason::RegistryNotFound;
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden: return Reason::RegistryUnauthorized;
    case Error::Kind::RateLimited: return Reason::RegistryRateLimited;
    case Error::Kind::Offline:
    case Error::Kind::Timeout: return Reason::RegistryUnreachable;
    default: return Reason::RegistryProtocol;
    }
}

} // namespace slipway::updates
