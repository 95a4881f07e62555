// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/pace.h"

#include <algorithm>

namespace slipway::http
{

namespace
{
constexpr int gentleStart = 8;
}

Pace::Pace(int most, bool slowStart)
    : m_most(std::max(most, 1))
    , m_limit(slowStart ? std::min(gentleStart, m_most) : m_most)
{
}

int Pace::start()
{
    ++m_inFlight;
    return m_halvings;
}

void Pace::finish(int startedIn, bool refused)
{
    --m_inFlight;
    if (startedIn != m_halvings)
        return;
    if (refused) {
        m_limit = std::max(m_limit / 2, 1);
        m_clean = 0;
        ++m_halvings;
    } else if (++m_clean >= m_limit) {
        m_limit = std::min(m_limit + 1, m_most);
        m_clean = 0;
    }
}

} // namespace slipway::http
