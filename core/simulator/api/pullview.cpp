// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/pullview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{

PullContent contentOf(const Repository &repository, const PullRequest &pull)
{
    auto comparison = git::compare(repository.objects, pull.baseCommit, pull.headCommit);
    std::ranges::reverse(comparison.ahead);
    return {comparison.ahead, patches(repository, comparison.files)};
}

bool reopenPull(World &world, Repository &repository, PullRequest &pull)
{
    if (branch(repository, pull.head).isEmpty() || pull.isMerged())
        return false;
    pull.closedAt = {};
    pull.closedBy.clear();
    pull.headCommit = branch(repository, pull.head);
    pull.updatedAt = world.now;
    return true;
}

QString stateText(Mergeability::State state)
{
    switch (state) {
    case Mergeability::State::Clean: return u"CLEAN"_s;
    case Mergeability::State::Unstable: return u"UNSTABLE"_s;
    case Mergeability::State::Blocked: return u"BLOCKED"_s;
    case Mergeability::State::Behind: return u"BEHIND"_s;
    case Mergeability::State::Dirty: return u"DIRTY"_s;
    case Mergeability::State::Draft: return u"DRAFT"_s;
    }
    return {};
}

QString stateText(Review::State state)
{
    switch (state) {
    case Review::State::Approved: return u"APPROVED"_s;
    case Review::State::ChangesRequested: return u"CHANGES_REQUESTED"_s;
    case Review::State::Commented: return u"COMMENTED"_s;
    case Review::State::Dismissed: return u"DISMISSED"_s;
    }
    return {};
}

NodeId nodeIdOf(const Repository &repository, const PullRequest &pull)
{
    return {u"PR"_s, {QString::number(repository.id), QString::number(pull.number)}};
}

} // namespace slipway::simulator
