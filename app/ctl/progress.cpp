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

Progress::Progress(QIODevice &err, bool isShown)
    : m_err{err}
    , m_isShown{isShown}
{
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] { show(); });
    m_pause.start(patience);
}

Progress::~Progress()
{
    if (!m_onScreen.isEmpty())
        m_err.write("\r\x1b[K");
}

void Progress::step(int done, int total)
{
    m_line = Text::tr("Asking the registries: %1 of %2 images").arg(done).arg(total);
    if (!m_pause.isActive())
        show();
}

void Progress::show()
{
    if (!m_isShown || m_line == m_onScreen)
        return;
    m_err.write("\r\x1b[K" + m_line.toUtf8());
    m_onScreen = m_line;
    m_pause.start(pause);
}

} // namespace slipway::ctl
