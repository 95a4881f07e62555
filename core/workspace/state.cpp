// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/state.h"

#include <algorithm>

namespace slipway::workspace
{

const Row *Snapshot::find(const RowKey &key) const
{
    const auto found = std::ranges::lower_bound(rows, key, {}, &Row::key);
    return found != rows.end() && found->key == key ? &*found : nullptr;
}

const PullRequest *Snapshot::find(int pullRequest) const
{
    const auto found = std::ranges::find(pullRequests, pullRequest, &PullRequest::number);
    return found != pullRequests.end() ? &*found : nullptr;
}

const PullRequest *Snapshot::openFor(const Row &row) const
{
    for (const auto number : row.pullRequests) {
        const auto *pull = find(number);
        if (pull && pull->stage == PullRequest::Stage::Open && pull->policyChange.isEmpty())
            return pull;
    }
    return nullptr;
}

} // namespace slipway::workspace
