// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menukey.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <utility>

namespace slipway::window
{

MenuKey::MenuKey(QMainWindow *window)
    : QObject{window}
    , m_window{window}
{
    QApplication::instance()->installEventFilter(this);
}

void MenuKey::showMenuBar()
{
    auto *bar = m_window->menuBar();
    if (bar->actions().isEmpty())
        return;
    Q_EMIT aboutToShow();
    m_isForNow = m_isForNow || !bar->isVisible();
    bar->show();
    bar->setActiveAction(bar->actions().constFirst());
}

bool MenuKey::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat())
            m_isAltAlone = key->key() == Qt::Key_Alt && (key->modifiers() & ~Qt::AltModifier) == 0;
        break;
    }
    case QEvent::KeyRelease:
        if (std::exchange(m_isAltAlone, false) && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt &&
            m_window->isActiveWindow()) {
            if (m_window->menuBar()->isVisible()) // it opens by itself
                Q_EMIT aboutToShow();
            else
                QMetaObject::invokeMethod(this, &MenuKey::showMenuBar, Qt::QueuedConnection);
        }
        break;
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowDeactivate: m_isAltAlone = false; break;
    case QEvent::Hide:
    case QEvent::FocusOut:
        if (m_isForNow && (qobject_cast<QMenu *>(watched) || watched == m_window->menuBar()))
            QMetaObject::invokeMethod(this, &MenuKey::hideAgain, Qt::QueuedConnection);
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

/// Not between one menu of the bar and the next.
void MenuKey::hideAgain()
{
    auto *bar = m_window->menuBar();
    if (!m_isForNow || bar->hasFocus() || QApplication::activePopupWidget())
        return;
    m_isForNow = false;
    bar->hide();
}

} // namespace slipway::window
