// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/progress.h"

#include "app/ctl/text.h"

#include <chrono>

using namespace std::chrono_literals;

namespace slipway::ctl
{
namespace
{

constexpr auto patience = 300ms; ///< what is done by then needs no line
constexpr auto pause = 50ms;

} // namespace

Progress::Progress(QIODevice &err, const Clock &clock, bool shown)
    : m_err{err}
    , m_clock{clock}
    , m_shown{shown}
    , m_next{clock.now().addDuration(patience)}
{
}

Progress::~Progress()
{
    clear();
}

void Progress::step(int done, int total)
{
    const auto now = m_clock.now();
    if (!m_shown || now < m_next)
        return;
    m_next = now.addDuration(pause);
    m_onScreen = true;
    m_err.write("\r\x1b[K" + Text::tr("Asking the registries: %1 of %2 images").arg(done).arg(total).toUtf8());
}

void Progress::clear()
{
    if (std::exchange(m_onScreen, false))
        m_err.write("\r\x1b[K");
}

} // namespace slipway::ctl
