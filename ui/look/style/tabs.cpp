// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style/parts.h"

#include "ui/look/strokes.h"
#include "ui/look/type.h"

#include <QPainter>

namespace slipway::look::style
{

void drawTab(QPainter &painter, const QStyleOptionTab &option)
{
    const int padding = scaled(space::s);
    if (option.state & QStyle::State_Selected) {
        const auto line = option.rect.adjusted(padding, 0, -padding, 0);
        drawEdge(painter, line, Qt::BottomEdge, color(Token::Focus), 2);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        drawBox(painter, option.rect.adjusted(1, 2, -1, -3), scaled(radius::tag), Qt::transparent, color(Token::Focus),
                2);
}

void drawTabLabel(QPainter &painter, const QStyleOptionTab &option)
{
    Token ink = Token::TextSecondary;
    if (!(option.state & QStyle::State_Enabled))
        ink = Token::TextDisabled;
    else if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        ink = Token::Text;
    painter.setPen(color(ink));
    painter.drawText(
        option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
        fitted(option.fontMetrics, option.text, option.rect.width(), Qt::ElideRight, Qt::TextShowMnemonic));
}

} // namespace slipway::look::style
