// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/actions/base.h"
#include "core/workspace/preview.h"

namespace slipway::workspace
{

/// The branch is not where it was for a preview. A Conflict.
[[nodiscard]] Error baseMoved(const QString &into);

/// The same; where a file of the preview is another one on the branch now, which one, and who changed it, as far as
/// the commits since then tell.
[[nodiscard]] QCoro::Task<Error> whyBaseMoved(ReachPointer reach, Base base, Preview preview, std::stop_token stop);

} // namespace slipway::workspace
