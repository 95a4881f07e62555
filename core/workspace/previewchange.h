// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"

namespace slipway::workspace
{

/// The files that a preview shows otherwise than an earlier one of the same change did: what each would have been, and
/// what it would be now; where that is the same, what it was, and is now. A file that is in one of them alone goes
/// from, or back to, what it is without the change. In the order of the new preview, then of the old one.
[[nodiscard]] QList<FilePreview> changedSince(const Preview &before, const Preview &now);

} // namespace slipway::workspace
