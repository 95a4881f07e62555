// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/memory.h"
#include "core/simulator/api/viewer.h"
#include "core/simulator/exchange.h"

namespace slipway::simulator
{

/// GitHub's API over the world: what every answer has in common, before and behind REST and GraphQL. The host asked
/// does not matter: below /api/v3 and at /api/graphql it is an Enterprise Server, elsewhere github.com.
class GitHub
{
public:
    explicit GitHub(World &world);

    [[nodiscard]] Answer answer(const Request &request);

private:
    [[nodiscard]] Answer rest(const Request &request, const Viewer &viewer);
    [[nodiscard]] Answer graphql(const Request &request, const Viewer &viewer);
    [[nodiscard]] Answer budgeted(const Request &request, const Viewer &viewer);

    World &m_world;
    Memory m_memory;
    quint64 m_requests = 0;
};

/// Whether that is a path of GitHub's API on an Enterprise Server.
[[nodiscard]] bool isEnterprisePath(const QString &path);

} // namespace slipway::simulator
