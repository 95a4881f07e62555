// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::look
{

/// Keeps Scheme::current() in step with the desktop's wish for less motion, as its settings portal says it
/// (org.freedesktop.portal.Settings; Qt 6.8 tells of colours only). It begins a second later, when the first picture is
/// painted, and says nothing where there is no portal.
void followDesktopMotion();

} // namespace slipway::look
