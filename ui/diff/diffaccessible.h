// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::diffview
{

/// Lets assistive technology read diffs as text, from now on.
void installDiffAccessibility();

} // namespace slipway::diffview
