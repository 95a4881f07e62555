// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids/branchname.h"
#include "core/workspace/state.h"

#include <QStringList>

#include <utility>

namespace slipway::workspace
{

/// What is drafted: which services, onto which branch.
struct Drafting
{
    QStringList services;
    BranchName branch;
    int pullRequest = 0;                        ///< the open one that is updated
    QList<std::pair<RowKey, int>> leftOut = {}; ///< with the pull request that carries each already
};

/// One service, or those that one open pull request carries, go onto that one's branch or one of their own; several go
/// onto the batch's, but for those that another pull request carries. The open ones are of Slipway; there is a key.
[[nodiscard]] Drafting choose(const QList<RowKey> &keys, const QList<PullRequest> &open);

} // namespace slipway::workspace
