// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/pulls.h"

#include "core/simulator/githistory.h"

#include <algorithm>

namespace slipway::simulator
{

using namespace Qt::StringLiterals;

namespace
{

Protection protectionOf(const Repository &repository, const PullRequest &pull)
{
    return repository.protections.value(pull.base);
}

bool hasPassed(const CheckRun &run)
{
    return run.conclusion == CheckRun::Conclusion::Success || run.conclusion == CheckRun::Conclusion::Neutral;
}

bool requiredChecksPassed(const Repository &repository, const PullRequest &pull)
{
    const auto runs = repository.checkRuns.value(pull.headCommit);
    return std::ranges::all_of(protectionOf(repository, pull).checks, [&](const QString &name) {
        return std::ranges::any_of(runs, [&](const auto &run) { return run.name == name && hasPassed(run); });
    });
}

bool allChecksPassed(const Repository &repository, const PullRequest &pull)
{
    return std::ranges::all_of(repository.checkRuns.value(pull.headCommit), hasPassed);
}

/// The newest word of each reviewer that is a decision.
QMap<QString, Review::State> decisions(const PullRequest &pull)
{
    QMap<QString, Review::State> latest;
    for (const auto &review : pull.reviews) {
        if (review.state != Review::State::Commented)
            latest.insert(review.author, review.state);
    }
    return latest;
}

} // namespace

QString objection(const Repository &repository, const NewPull &wanted)
{
    const auto head = branch(repository, wanted.head);
    const auto base = branch(repository, wanted.base);
    if (head.isEmpty() || base.isEmpty())
        return {};
    for (const auto &pull : repository.pulls) {
        if (pull.isOpen() && pull.head == wanted.head && pull.base == wanted.base)
            return u"A pull request already exists for %1:%2."_s.arg(repository.owner, wanted.head);
    }
    if (git::log(repository.objects, head, base).isEmpty())
        return u"No commits between %1 and %2"_s.arg(wanted.base, wanted.head);
    return {};
}

PullRequest &openPull(World &world, Repository &repository, const NewPull &wanted, const QString &login)
{
    const auto number = ++repository.lastNumber;
    return *repository.pulls.insert(number, {
                                                .id = nextId(world),
                                                .number = number,
                                                .title = wanted.title,
                                                .body = wanted.body,
                                                .author = login,
                                                .head = wanted.head,
                                                .headCommit = branch(repository, wanted.head),
                                                .base = wanted.base,
                                                .baseCommit = branch(repository, wanted.base),
                                                .draft = wanted.draft,
                                                .createdAt = world.now,
                                                .updatedAt = world.now,
                                            });
}

void closePull(World &world, Repository &repository, PullRequest &pull, const QString &login)
{
    Q_UNUSED(repository)
    pull.closedAt = world.now;
    pull.closedBy = login;
    pull.updatedAt = world.now;
}

void approve(World &world, PullRequest &pull, const QString &login, const QString &text)
{
    pull.reviews.append({nextId(world), login, Review::State::Approved, text, pull.headCommit, world.now});
    pull.requestedReviewers.removeAll(login);
    pull.updatedAt = world.now;
}

std::optional<ObjectId> mergePull(World &world, Repository &repository, PullRequest &pull, const QString &login)
{
    const auto base = branch(repository, pull.base);
    const auto tree = git::merged(repository.objects, base, pull.headCommit);
    if (!tree)
        return {};
    pull.mergeCommit = git::add(repository.objects, {
                                                        .tree = *tree,
                                                        .parents = {base},
                                                        .author = signature(world, pull.author, world.now),
                                                        .committer = githubSignature(world.now),
                                                        .message = u"%1 (#%2)\n"_s.arg(pull.title).arg(pull.number),
                                                    });
    closePull(world, repository, pull, login);
    moveBranch(world, repository, pull.base, pull.mergeCommit);
    if (repository.deletesMergedBranches)
        moveBranch(world, repository, pull.head, {});
    return pull.mergeCommit;
}

Mergeability mergeability(const Repository &repository, const PullRequest &pull)
{
    using enum Mergeability::State;
    const auto base = branch(repository, pull.base);
    auto objects = repository.objects; // a merge that is only tried leaves nothing behind
    const auto mergeable = git::merged(objects, base, pull.headCommit).has_value();
    const auto decision = reviewDecision(repository, pull);
    if (!mergeable)
        return {false, Dirty};
    if (pull.draft)
        return {true, Draft};
    if (decision == ReviewDecision::ChangesRequested || decision == ReviewDecision::ReviewRequired ||
        !requiredChecksPassed(repository, pull))
        return {true, Blocked};
    if (protectionOf(repository, pull).strict && git::mergeBase(objects, base, pull.headCommit) != base)
        return {true, Behind};
    return {true, allChecksPassed(repository, pull) ? Clean : Unstable};
}

ReviewDecision reviewDecision(const Repository &repository, const PullRequest &pull)
{
    const auto wanted = protectionOf(repository, pull).approvals;
    if (wanted == 0)
        return ReviewDecision::None;
    const auto latest = decisions(pull).values();
    if (latest.contains(Review::State::ChangesRequested))
        return ReviewDecision::ChangesRequested;
    return latest.count(Review::State::Approved) >= wanted ? ReviewDecision::Approved : ReviewDecision::ReviewRequired;
}

} // namespace slipway::simulator
