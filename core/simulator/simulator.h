// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/simulator/api/github.h"
#include "core/simulator/server.h"

#include <QHash>
#include <QUrl>

namespace slipway::simulator
{

/// GitHub and the registries in a box: a world, and a server that it is reached through. Lives in one thread.
class Simulator
{
public:
    /// With a clock the world lives in its time, as it is at each request; without one it stands still.
    explicit Simulator(World world, const Clock *clock = nullptr);
    Q_DISABLE_COPY_MOVE(Simulator)

    [[nodiscard]] Result<> listen(quint16 port = 0, const std::optional<Identity> &identity = {});

    [[nodiscard]] World &world() { return m_world; }
    [[nodiscard]] Server &server() { return m_server; }

    /// "http://localhost:4000"; "https://…" with an identity.
    [[nodiscard]] QUrl address() const;
    /// What stands in for the names of the real world: "api.github.com" -> the address. To be used as http::Endpoints.
    [[nodiscard]] QHash<QString, QUrl> endpoints() const;

private:
    [[nodiscard]] Answer answer(const Request &request);

    World m_world;
    const Clock *m_clock;
    GitHub m_github;
    Server m_server;
};

} // namespace slipway::simulator
