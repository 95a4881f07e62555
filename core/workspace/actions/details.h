// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/details.h"
#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// What a pane shows of a row: the versions in its registry, the newest images first, at most 40; what changed in its
/// source between what runs and the newest; labels. What one of the three does not tell is left out, with the reason
/// for the commits. Errors: those of the registry, if it tells nothing at all; Cancelled.
[[nodiscard]] QCoro::Task<Result<Details>> askDetails(ReachPointer reach, Row row, std::stop_token stop);

/// The tags that are versions of the same kind as the present one, newest first; all tags where that is no version.
[[nodiscard]] QStringList versionTags(const QString &present, const QStringList &tags);

} // namespace slipway::workspace
