// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/waitingline.h"

#include <QObject>

namespace slipway::http
{

/// Lets those who wait go on in later turns of the event loop, one in each, so that the wire is looked at in between.
/// For the thread that made it; must outlive who waits.
class TurnByTurn
{
public:
    /// Awaited at once: true in a later turn, false when a stop is requested.
    [[nodiscard]] WaitingLine::Place turn(std::stop_token stop)
    {
        post();
        return {m_line, WaitingLine::End::Back, std::move(stop)};
    }
    [[nodiscard]] std::size_t waiting() const { return m_line.size(); }

private:
    void post()
    {
        if (!std::exchange(m_isPosted, true))
            QMetaObject::invokeMethod(&m_here, [this] { callNext(); }, Qt::QueuedConnection);
    }
    void callNext()
    {
        m_isPosted = false;
        if (m_line.isEmpty())
            return;
        if (m_line.size() > 1)
            post();
        m_line.callNext();
    }

    QObject m_here;
    WaitingLine m_line;
    bool m_isPosted = false;
};

} // namespace slipway::http
