// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/turning.h"

#include "ui/look/scheme.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <chrono>

namespace slipway::look
{

namespace
{

bool canBeSeen(const QPointer<QWidget> &widget)
{
    return widget && widget->isVisible() && !widget->window()->isMinimized();
}

} // namespace

Turning::Turning(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(std::chrono::milliseconds(1000 / 12));
    connect(&m_timer, &QTimer::timeout, this, &Turning::step);
    connect(&Scheme::current(), &Scheme::changed, this, &Turning::decide);
}

Turning &Turning::current()
{
    static QPointer<Turning> turning;
    if (!turning)
        turning = new Turning(qApp);
    return *turning;
}

void Turning::watch(QWidget *widget)
{
    if (m_watched.contains(widget))
        return;
    m_watched.append(widget);
    widget->installEventFilter(this);
    connect(widget, &QObject::destroyed, this, &Turning::decide);
    decide();
}

void Turning::forget(QWidget *widget)
{
    widget->removeEventFilter(this);
    m_watched.removeAll(widget);
    decide();
    widget->update();
}

void Turning::turnsAt(QWidget *widget, const QRect &place)
{
    if (Scheme::current().appearance().reducedMotion)
        return;
    m_places.append({widget, place});
    if (!m_timer.isActive())
        decide();
}

bool Turning::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &Turning::decide, Qt::QueuedConnection); // isVisible() changes after the event
    return QObject::eventFilter(watched, event);
}

void Turning::decide()
{
    m_watched.removeIf([](const QPointer<QWidget> &widget) { return !widget; });
    const bool turns = !m_places.isEmpty() || std::ranges::any_of(m_watched, canBeSeen);
    const bool runs = turns && !Scheme::current().appearance().reducedMotion;
    if (runs && !m_timer.isActive())
        m_timer.start();
    if (!runs && m_timer.isActive()) {
        m_timer.stop();
        m_step = 0;
    }
}

void Turning::step()
{
    m_step = (m_step + 1) % 12;
    for (const auto &widget : std::as_const(m_watched)) {
        if (canBeSeen(widget))
            widget->update();
    }
    decide();
    for (const auto &[widget, place] : std::exchange(m_places, {})) {
        if (canBeSeen(widget))
            widget->update(place);
    }
}

} // namespace slipway::look
