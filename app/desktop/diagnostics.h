// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::workspace
{
struct Snapshot;
}

namespace slipway::desktop
{

/// What whoever looks into a problem asks first, as lines of text for a public place: versions, the desktop, how much
/// is shown. No name of a repository, a service or a person is in it. Null: no workspace is open.
[[nodiscard]] QString diagnosticsOf(const workspace::Snapshot *snapshot);

} // namespace slipway::desktop
