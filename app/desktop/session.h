// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/workspace/connect.h"
#include "core/workspace/open.h"

#include <memory>

namespace slipway::desktop
{

/// An open workspace: the way to its GitHub, what is known of it, and what can be done.
class Session
{
public:
    /// What is known of it was read from those places before; else it is read now.
    Session(workspace::Connection connection, const workspace::Places &places, std::unique_ptr<Clock> clock,
            std::optional<workspace::Snapshot> known = {});

    [[nodiscard]] workspace::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] workspace::Actions actions() { return workspace::actionsOf(m_workspace.get(), m_reach); }
    [[nodiscard]] const workspace::Connection &connection() const { return m_reach->connection(); }
    [[nodiscard]] QDateTime now() const { return m_reach->clock().now(); }
    [[nodiscard]] std::chrono::seconds interval() const;
    /// For a workspace that is forgotten: what is still under way writes nothing down any more.
    void keepNothingMore() { m_reach->keepNothingMore(); }
    /// Expires when the session has ended, and with it all that it began.
    [[nodiscard]] std::weak_ptr<const workspace::Reach> reach() const { return m_reach; }

private:
    workspace::ReachPointer m_reach;
    std::unique_ptr<workspace::Workspace> m_workspace;
};

} // namespace slipway::desktop
