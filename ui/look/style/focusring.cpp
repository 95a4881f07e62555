// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style/focusring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>

namespace slipway::look
{

namespace
{

bool lastInputWasKeyboard = false; // of the program, as the keyboard itself is

} // namespace

bool FocusRing::keyboardLeads()
{
    return lastInputWasKeyboard;
}

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        lastInputWasKeyboard = true;
    else if (event->type() == QEvent::MouseButtonPress)
        lastInputWasKeyboard = false;
    if (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut)
        return false;
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (event->type() == QEvent::FocusOut) {
        if (m_frame && m_frame->widget() == watched)
            m_frame->setWidget(nullptr);
        return false;
    }
    const auto reason = static_cast<QFocusEvent *>(event)->reason();
    if (button &&
        (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason))
        show(button);
    return false;
}

void FocusRing::show(QWidget *widget)
{
    if (!m_frame)
        m_frame = new QFocusFrame; // goes with the window that it is shown in
    m_frame->setWidget(widget);
}

} // namespace slipway::look
