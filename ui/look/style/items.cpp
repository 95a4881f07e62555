// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style/parts.h"

#include "ui/look/rows.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace slipway::look::style
{

void drawItemGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(option.rect, color(isInActiveWindow(option) ? Token::Selection : Token::SelectionInactive));
    } else if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled) {
        painter.fillRect(option.rect, color(Token::Hover));
    }
}

} // namespace slipway::look::style
