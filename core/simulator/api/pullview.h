// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/patch.h"
#include "core/simulator/pulls.h"

namespace slipway::simulator
{

/// What a pull request brings: from where its head left the base.
struct PullContent
{
    QList<ObjectId> commits; ///< oldest first
    QList<FilePatch> files;
};

[[nodiscard]] PullContent contentOf(const Repository &repository, const PullRequest &pull);

/// Opens a closed one again; false where its branch is gone.
[[nodiscard]] bool reopenPull(World &world, Repository &repository, PullRequest &pull);

/// GraphQL's "CLEAN", "BLOCKED"; REST says the same in lower case.
[[nodiscard]] QString stateText(Mergeability::State state);

/// "CHANGES_REQUESTED", in both.
[[nodiscard]] QString stateText(Review::State state);

[[nodiscard]] NodeId nodeIdOf(const Repository &repository, const PullRequest &pull);

} // namespace slipway::simulator
