// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// Finishes what was under way when the program ended, as far as it had got to GitHub: a branch that has the commit
/// gets its pull request. What had not is named. Each is said once; what cannot be found out now stays begun in the
/// store. `begun` is what an earlier run left there.
[[nodiscard]] QCoro::Task<QList<Interruption>> recover(ReachPointer reach, QList<store::Begun> begun,
                                                       std::stop_token stop);

} // namespace slipway::workspace
