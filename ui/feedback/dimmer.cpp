// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/dimmer.h"

#include "ui/look/scheme.h"
#include "ui/look/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace slipway::feedback
{

Dimmer::Dimmer(QWidget *window)
    : QWidget(window)
{
    setGeometry(window->rect());
    window->installEventFilter(this);
    raise();
    setVisible(true);
}

bool Dimmer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Dimmer::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    Q_EMIT clicked();
}

void Dimmer::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::dimColor(look::Scheme::current().appearance()));
}

} // namespace slipway::feedback
