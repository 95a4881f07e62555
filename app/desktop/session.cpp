// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

namespace slipway::desktop
{

Session::Session(workspace::Connection connection, const workspace::Places &places, std::unique_ptr<ProgramClock> clock)
    : m_clock{std::move(clock)}
    , m_reach{std::make_shared<workspace::Reach>(std::move(connection), places, *m_clock)}
    , m_workspace{workspace::open(m_reach)}
{
}

std::chrono::seconds Session::interval() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_workspace->interval());
}

} // namespace slipway::desktop
