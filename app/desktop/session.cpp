// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "core/workspace/refresh.h"

namespace slipway::desktop
{
namespace
{

/// What is still under way when a session ends holds its reach, which needs the clock to its end.
struct Way
{
    Way(workspace::Connection connection, const workspace::Places &places, std::unique_ptr<Clock> timed)
        : clock{std::move(timed)}
        , reach{std::move(connection), places, *clock}
    {
    }

    std::unique_ptr<Clock> clock;
    workspace::Reach reach;
};

workspace::ReachPointer reachOf(workspace::Connection connection, const workspace::Places &places,
                                std::unique_ptr<Clock> clock)
{
    const auto way = std::make_shared<Way>(std::move(connection), places, std::move(clock));
    return {way, &way->reach};
}

} // namespace

Session::Session(workspace::Connection connection, const workspace::Places &places, std::unique_ptr<Clock> clock,
                 std::optional<workspace::Snapshot> known)
    : m_reach{reachOf(std::move(connection), places, std::move(clock))}
    , m_workspace{workspace::open(m_reach, known ? *std::move(known)
                                                 : workspace::stored(m_reach->connection(), m_reach->state()))}
{
}

std::chrono::seconds Session::interval() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_workspace->interval());
}

} // namespace slipway::desktop
