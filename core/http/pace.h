// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::http
{

/// How many requests may be in flight to a host now: one more after each clean round, half as many after a refusal
/// (429 or 503). A round is as many answers as may be in flight.
class Pace
{
public:
    Pace(int most, bool slowStart); ///< begins with 8, or without slow start with the most

    [[nodiscard]] bool mayStart() const { return m_inFlight < m_limit; }
    [[nodiscard]] int limit() const { return m_limit; }

    /// A request goes out. What it returns belongs to this request's finish().
    [[nodiscard]] int start();
    void finish(int startedIn, bool refused);

private:
    int m_most;
    int m_limit;
    int m_inFlight = 0;
    int m_clean = 0;    ///< answers of this round
    int m_halvings = 0; ///< what comes of a request from before the last halving says nothing new
};

} // namespace slipway::http
