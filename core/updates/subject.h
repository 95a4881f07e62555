// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/sites.h"
#include "core/config/policy.h"
#include "core/updates/newer.h"

#include <QList>
#include <QString>

namespace slipway::updates
{

/// A reference that can be judged: valid, editable, with one policy.
struct Subject
{
    compose::Site site;
    config::Policy policy;
    QString tag; ///< what is followed: the written tag, the policy's, or `latest`
    TagOrder order;
    QList<Platform> required; ///< of the services, else of the policy; empty if none are

    [[nodiscard]] const ImageReference &image() const { return *site.use.image; }
};

} // namespace slipway::updates
