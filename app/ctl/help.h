// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"

namespace slipway::ctl
{

/// What the program is, its commands, and where more is told.
[[nodiscard]] QString overview(int width);

/// What one command does, and its options.
[[nodiscard]] QString helpFor(const Command &command, int width);

} // namespace slipway::ctl
