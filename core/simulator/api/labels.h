// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator
{

/// The label of that name, without regard to capitals; nothing if the repository has none.
[[nodiscard]] const Label *label(const Repository &repository, const QString &name);

/// Puts labels on a pull request beside those that it has; unknown ones are made.
void addLabels(World &world, Repository &repository, PullRequest &pull, const QStringList &names);

} // namespace slipway::simulator
