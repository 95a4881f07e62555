// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/iconlabel.h"

#include "ui/look/scheme.h"
#include "ui/look/type.h"

#include <QPainter>

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
    return {scaled(m_size), scaled(m_size)};
}

void IconLabel::paintEvent(QPaintEvent * /*event*/)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    paintIcon(painter, rect(), m_name, color(m_token));
}

} // namespace slipway::look
