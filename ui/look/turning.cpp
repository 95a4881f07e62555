// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/turning.h"

#include "ui/look/scheme.h"

#include <QApplication>
#include <QWidget>

#include <chrono>

namespace slipway::look
{

Turning::Turning(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(std::chrono::milliseconds(1000 / 12));
    connect(&m_timer, &QTimer::timeout, this, &Turning::step);
    connect(&Scheme::current(), &Scheme::changed, this, [this] {
        if (Scheme::current().appearance().reducedMotion)
            rest();
    });
}

Turning &Turning::current()
{
    static QPointer<Turning> turning;
    if (!turning)
        turning = new Turning(qApp);
    return *turning;
}

void Turning::turnsAt(QWidget *widget, const QRect &place)
{
    if (Scheme::current().appearance().reducedMotion)
        return;
    m_places.append({widget, place});
    if (!m_timer.isActive())
        m_timer.start();
}

void Turning::step()
{
    const auto places = std::exchange(m_places, {});
    if (places.isEmpty())
        return rest();
    m_step = (m_step + 1) % 12;
    for (const auto &[widget, place] : places) {
        if (widget)
            widget->update(place);
    }
}

void Turning::rest()
{
    m_timer.stop();
    m_places.clear();
    m_step = 0;
}

} // namespace slipway::look
