// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/feedback/emptystate.h"
#include "ui/images/imagesproxy.h"

namespace slipway::images
{

/// What the button of an empty view does.
enum class Help { None, ClearFilter, ShowAll, CheckNow, SignIn };

struct Emptiness
{
    feedback::EmptyCause cause;
    Help help = Help::None;
};

/// Nothing is there to be read, and nothing else is wrong: the empty view says it all.
[[nodiscard]] bool isWithoutComposeFile(const workspace::Snapshot &snapshot);

/// Why no row is seen. `filter` is the text as it is typed; `isWaiting`: a refresh is under way.
[[nodiscard]] Emptiness emptinessOf(const workspace::Snapshot &snapshot, View view, const QString &filter,
                                    bool isWaiting, const QDateTime &now);

} // namespace slipway::images
