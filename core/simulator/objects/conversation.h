// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/objects/site.h"

namespace slipway::simulator::objects
{

/// What people said to a pull request and did with it: its labels, comments, reviews and timeline.
[[nodiscard]] QHash<QString, graphql::Resolver> conversation(const Site &site, Repository &repository,
                                                             const PullRequest &pull);

/// Its page.
[[nodiscard]] QString pullUrl(const Site &site, const Repository &repository, const PullRequest &pull);

} // namespace slipway::simulator::objects
