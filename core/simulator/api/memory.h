// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/pulls.h"

#include <QSet>

namespace slipway::simulator
{

/// What GitHub keeps beside the world: things that it works out in the background when somebody asks.
struct Memory
{
    QSet<QString> merges; ///< heads and bases whose merge has been tried
};

/// The memory of somebody who has looked at all open pull requests of the world already.
[[nodiscard]] Memory memoryOf(const World &world);

/// Whether it can be merged; nothing when that is asked for the first time since head or base moved (GitHub answers
/// `null` and begins to work it out).
[[nodiscard]] std::optional<Mergeability> askMergeability(Memory &memory, const Repository &repository,
                                                          const PullRequest &pull);

} // namespace slipway::simulator
