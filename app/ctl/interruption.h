// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <stop_token>

namespace slipway::ctl
{

/// Turns the first Ctrl+C (SIGINT) or SIGTERM into a request to stop; a second one ends the process as usual, and so
/// does a first one before listen(). There is one in a program.
class Interruption
{
public:
    Interruption();
    Q_DISABLE_COPY_MOVE(Interruption)

    /// From here on the event loop must run: it is what hears of a signal.
    void listen();

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }
    /// 128 + the signal that came; nothing if none did.
    [[nodiscard]] std::optional<int> status() const { return m_status; }

private:
    void heard();

    std::stop_source m_stop;
    std::optional<int> m_status;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace slipway::ctl
