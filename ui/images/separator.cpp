// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/separator.h"

#include "ui/look/scheme.h"
#include "ui/look/strokes.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace slipway::images
{

Separator::Separator(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&look::Scheme::current(), &look::Scheme::changed, this, qOverload<>(&QWidget::update));
}

void Separator::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    look::drawEdge(painter, rect(), Qt::TopEdge, look::color(look::Token::Border));
}

} // namespace slipway::images
