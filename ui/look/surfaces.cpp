// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/surfaces.h"

#include "ui/look/scheme.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"

#include <QPainter>

namespace slipway::look
{

Line::Line(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_orientation(orientation)
{
    if (orientation == Qt::Horizontal)
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    else
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&Scheme::current(), &Scheme::changed, this, qOverload<>(&QWidget::update));
}

void Line::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawEdge(painter, rect(), m_orientation == Qt::Horizontal ? Qt::TopEdge : Qt::LeftEdge, color(Token::Border));
}

Card::Card(Token ground, Token line, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_line(line)
{
    connect(&Scheme::current(), &Scheme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    drawBox(painter, rect(), scaled(radius::card), color(m_ground), color(m_line));
}

} // namespace slipway::look
