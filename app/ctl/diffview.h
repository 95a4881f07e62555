// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/terminal.h"

namespace slipway::ctl
{

/// A unified diff for people: safe to print, in colours where there are any, the changed words marked.
[[nodiscard]] QString diffText(const QString &diff, const Terminal &terminal);

} // namespace slipway::ctl
