// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/client.h"
#include "core/updates/plan.h"

#include <QDateTime>

#include <functional>

namespace slipway::updates
{

/// References that are judged so far, and all.
using Progress = std::function<void(int done, int total)>;

/// Hears of each reference as soon as it is judged.
using Hearing = std::function<void(const PlannedReference &reference)>;

/// When an image was first seen by whoever plans: its age, where it does not tell one itself.
using FirstSeen = std::function<QDateTime(const ImageRepository &repository, const Digest &digest)>;

/// What planning needs from outside.
struct Outside
{
    registry::Client *client;
    QDateTime now; ///< UTC
    Progress progress = {};
    Hearing judged = {};
    FirstSeen firstSeen = {}; ///< none: an image without a believable time has no age
};

} // namespace slipway::updates
