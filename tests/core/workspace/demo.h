// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/github.h"
#include "core/simulator/demo.h"
#include "core/simulator/server.h"
#include "core/workspace/reach.h"
#include "tests/support/fakeclock.h"
#include "tests/support/folder.h"

namespace slipway::test
{

/// The connection to the demo's repository at a simulator on that port of this machine.
[[nodiscard]] workspace::Connection demoConnection(quint16 port);

/// The demo's world as it stands at its start, behind a real server, and the way to it.
class Demo
{
public:
    Demo();

    /// As the program has it after a start; the store is the same each time.
    [[nodiscard]] workspace::ReachPointer reach();
    [[nodiscard]] workspace::Snapshot refreshed(const workspace::ReachPointer &reach,
                                                const workspace::Snapshot &known = {});
    [[nodiscard]] workspace::Snapshot refreshed() { return refreshed(reach()); }

    [[nodiscard]] simulator::Repository &repository();
    /// The commit of a branch; empty if there is none.
    [[nodiscard]] QString head(const QString &branch);
    /// A file at a commit.
    [[nodiscard]] QByteArray file(const QString &commit, const QString &path);
    [[nodiscard]] QList<const simulator::PullRequest *> openPulls(const QString &branch);

    simulator::World world;
    using Request = simulator::Request;
    std::function<bool(const Request &)> isLost = {};       ///< asked before a request is done: then it is not
    std::function<void(const Request &)> afterRequest = {}; ///< and after it, before its answer goes out
    simulator::GitHub github{world};
    simulator::Server server;
    FakeClock clock{simulator::stillStart()};
    Folder folder;
};

} // namespace slipway::test
