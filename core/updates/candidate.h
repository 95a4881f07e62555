// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/imagefacts.h"
#include "core/updates/outside.h"
#include "core/updates/why.h"

#include <QCoroTask>

#include <stop_token>

namespace slipway::updates
{

/// What asking about an image needs to know.
struct Question
{
    Subject subject;
    registry::Client *client;
    QDateTime now;
    FirstSeen firstSeen;
    std::stop_token stop;
};

/// What an image, newer by its tag or its digest, looks like from the filters that need the registry.
struct Examined
{
    bool exists = true; ///< false for a tag that vanished after it was listed
    std::optional<HeldBack> heldBack = {};
    std::optional<registry::Manifest> manifest = {};
};

/// The platform whose own digest is pinned; nothing if the digest is that of an index, unknown, or not there.
[[nodiscard]] QCoro::Task<Result<std::optional<Platform>>> pinnedPlatform(Question question);

/// Applies `minimumAge`, the required platforms and, if `growsMajor`, the old-scheme rule to a tag of the subject.
[[nodiscard]] QCoro::Task<Result<Examined>> examine(Question question, QString tag, bool growsMajor,
                                                    std::optional<Platform> pinned);

} // namespace slipway::updates
