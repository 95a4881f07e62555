// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/viewer.h"

#include <QHttpHeaders>

namespace slipway::simulator
{

/// The budget of an hour, as the headers of every answer and GET /rate_limit tell it.
struct RateLimit
{
    QString resource; ///< "core", "graphql"
    int limit = 0;
    int used = 0;
    QDateTime resetsAt;

    [[nodiscard]] int remaining() const { return std::max(0, limit - used); }
};

/// How it stands for somebody now. Whoever has no token has 60 an hour, and nothing of GraphQL.
[[nodiscard]] RateLimit rateLimit(const World &world, const Viewer &viewer, const QString &resource);
/// The same after so many points more.
RateLimit spend(World &world, const Viewer &viewer, const QString &resource, int points);

void addHeaders(QHttpHeaders &headers, const RateLimit &limit);

} // namespace slipway::simulator
