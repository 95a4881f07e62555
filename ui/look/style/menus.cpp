// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style/parts.h"

#include "ui/look/icons.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"

#include <QPainter>

namespace slipway::look::style
{

namespace
{

constexpr int padding = 10;
constexpr int gap = 8;

void drawMark(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &box, const QColor &ink)
{
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            paintIcon(painter, box, QStringLiteral("check"), ink);
    } else if (hasIcon(option.icon.name())) {
        paintIcon(painter, box, option.icon.name(), ink);
    }
}

void drawSeparator(QPainter &painter, const QStyleOptionMenuItem &option)
{
    QRectF line = option.rect;
    line.setTop(line.center().y());
    drawEdge(painter, line, Qt::TopEdge, color(Token::Border));
    if (option.text.isEmpty())
        return;
    painter.setFont(font(Type::Caption));
    painter.setPen(color(Token::TextMuted));
    painter.fillRect(option.rect, color(Token::Base));
    painter.drawText(option.rect.adjusted(scaled(padding + 4), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeading,
                     option.text);
}

} // namespace

void drawPopup(QPainter &painter, const QRect &box)
{
    painter.fillRect(box, color(Token::Base));
    for (const auto edge : {Qt::TopEdge, Qt::BottomEdge, Qt::LeftEdge, Qt::RightEdge})
        drawEdge(painter, box, edge, color(Token::ControlBorder));
}

void drawMenuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        drawSeparator(painter, option);
        return;
    }
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected && isEnabled)
        drawBox(painter, option.rect.adjusted(scaled(4), 0, -scaled(4), 0), scaled(radius::tag),
                color(Token::Selection));

    auto box = option.rect.adjusted(scaled(padding + 4), 0, -scaled(padding + 4), 0);
    const int side = scaled(iconsize::row);
    const auto ink = color(isEnabled ? Token::Text : Token::TextDisabled);
    QRect mark(box.left(), box.top() + (box.height() - side) / 2, side, side);
    drawMark(painter, option, placed(option, mark), isEnabled ? color(Token::TextSecondary) : ink);
    box.setLeft(mark.right() + 1 + scaled(gap));

    const auto words = option.text.split(u'\t');
    painter.setPen(ink);
    painter.setFont(option.font);
    painter.drawText(placed(option, box),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextShowMnemonic | Qt::TextSingleLine, words.first());
    if (words.size() > 1) {
        painter.setPen(color(isEnabled ? Token::TextMuted : Token::TextDisabled));
        painter.setFont(font(Type::Caption));
        painter.drawText(placed(option, box), Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, words.at(1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(box.right() + 1 - scaled(iconsize::dense), mark.top(), scaled(iconsize::dense), side);
        paintIcon(painter, placed(option, arrow), QStringLiteral("chevron-right"), ink);
    }
}

void drawMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    painter.fillRect(option.rect, color(Token::Window));
    const bool isOpen = option.state & (QStyle::State_Sunken | QStyle::State_Selected);
    if (isOpen)
        drawBox(painter, option.rect.adjusted(1, 2, -1, -2), scaled(radius::tag), color(Token::Pressed));
    painter.setPen(color(option.state & QStyle::State_Enabled ? Token::Text : Token::TextDisabled));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), option.text.isEmpty() ? scaled(9) : scaled(26)};
    const QFontMetrics metrics(option.font);
    const QFontMetrics small(font(Type::Caption));
    const auto words = option.text.split(u'\t');
    int wide =
        scaled(2 * (padding + 4) + iconsize::row + gap) + metrics.size(Qt::TextShowMnemonic, words.first()).width();
    if (words.size() > 1)
        wide += scaled(space::xxl) + small.horizontalAdvance(words.at(1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        wide += scaled(space::xxl);
    return {wide, std::max(scaled(28), metrics.height() + 6)};
}

} // namespace slipway::look::style
