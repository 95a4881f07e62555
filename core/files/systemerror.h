// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace slipway::files
{

/// What the last system call complained about, as `errno` has it: NotFound, or Storage with the system's words as
/// details. `%1` in the sentence is the path.
[[nodiscard]] Error systemError(const char *sentence, const QString &path);

} // namespace slipway::files
