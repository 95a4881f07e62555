// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/iconlabel.h"

#include "ui/look/paragraph.h"
#include "ui/look/scheme.h"

#include <QPainter>

#include <cmath>

namespace slipway::look
{

IconLabel::IconLabel(int size, Token token, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
    , m_token(token)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Scheme::current(), &Scheme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

IconLabel::IconLabel(const QString &name, int size, Token token, QWidget *parent)
    : IconLabel(size, token, parent)
{
    m_name = name;
}

void IconLabel::setBesideLine(Type type)
{
    m_line = type;
    updateGeometry();
}

void IconLabel::setIcon(const QString &name)
{
    m_name = name;
    update();
}

void IconLabel::setIcon(const QString &name, Token token)
{
    m_token = token;
    setIcon(name);
}

QSize IconLabel::sizeHint() const
{
    const int side = scaled(m_size);
    return {side, m_line ? std::max(side, int(std::ceil(lineHeight(look::font(*m_line))))) : side};
}

void IconLabel::paintEvent(QPaintEvent * /*event*/)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    const int side = std::min(width(), height());
    paintIcon(painter, QRect((width() - side) / 2, (height() - side) / 2, side, side), m_name, color(m_token));
}

} // namespace slipway::look
