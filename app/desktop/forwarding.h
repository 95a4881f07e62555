// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/session.h"

namespace slipway::desktop
{

/// Actions of whichever session is open when they are called. Screens that have these stay as they are, with all that
/// a person wrote in them, while a session takes the place of another one of the same workspace. `signIn` is not among
/// them: it is the program's.
[[nodiscard]] workspace::Actions forwarded(std::function<Session &()> session);

} // namespace slipway::desktop
