// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/iconmark.h"

#include "ui/images/facttext.h"
#include "ui/look/icons.h"
#include "ui/look/type.h"

#include <QPainter>

namespace slipway::images
{

IconMark::IconMark(QWidget *parent)
    : QWidget(parent)
{
    look::keepFont(this, look::Type::Body);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconMark::show(const QString &icon, look::Token token)
{
    m_icon = icon;
    m_token = token;
    update();
}

QSize IconMark::sizeHint() const
{
    return {look::scaled(look::iconsize::dense), FactText::lineHeight()};
}

void IconMark::paintEvent(QPaintEvent * /*event*/)
{
    if (m_icon.isEmpty())
        return;
    QPainter painter(this);
    const int side = look::scaled(look::iconsize::dense);
    look::paintIcon(painter, QRectF(0, (height() - side) / 2.0, side, side), m_icon, look::color(m_token));
}

} // namespace slipway::images
