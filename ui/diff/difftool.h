// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"

#include <functional>

class QObject;

namespace slipway::diffview
{

/// Opens the files in the person's diff tool (`git config diff.tool`, else `merge.tool`), as read-only files in a
/// folder of their own that goes when the tool ends. `failed` hears of NotFound, without a tool or without git, and of
/// Storage, while `owner` lives.
void openInDiffTool(const QList<workspace::FilePreview> &files, QObject *owner, std::function<void(Error)> failed);

} // namespace slipway::diffview
