// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

namespace slipway::words
{

/// The page of a workspace's host that shows a file as it is at a commit or branch, at a line if there is one (from 1).
/// Empty without a revision or a file.
[[nodiscard]] QString filePage(const workspace::Snapshot &snapshot, const QString &revision, const QString &file,
                               int line = 0);

} // namespace slipway::words
