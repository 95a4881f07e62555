// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/connection.h"

#include <QThread>

#include <functional>
#include <memory>

namespace slipway::simulator
{
class Faults;
struct World;
} // namespace slipway::simulator

namespace slipway::desktop
{

/// The demo's GitHub and registries, served over HTTP on this machine from a thread of their own.
class Demo
{
public:
    enum class Life { Moves, StandsStill };

    Demo();
    ~Demo();

    /// Errors: Offline, if no port of this machine can be listened on.
    [[nodiscard]] Result<> start(Life life, quint32 seed);

    /// The workspace of the demo; everything that it asks reaches the server here.
    [[nodiscard]] workspace::Connection connection() const;
    /// What the demo's clock says now.
    [[nodiscard]] QDateTime now() const;

    /// Does something to what GitHub and the registries hold, or to what goes wrong on the way to them: the tour needs
    /// both.
    using Edit = std::function<void(simulator::World &world, simulator::Faults &faults)>;
    void change(const Edit &edit);

private:
    class Server;

    QThread m_thread;
    Server *m_server; ///< lives in the thread
    quint16 m_port = 0;
    std::optional<QDateTime> m_still;
};

} // namespace slipway::desktop
