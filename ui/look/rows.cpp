// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/rows.h"

#include "ui/look/icons.h"
#include "ui/look/shaping.h"
#include "ui/look/strokes.h"
#include "ui/look/style/focusring.h"
#include "ui/look/type.h"

#include <QAbstractItemView>
#include <QPainter>

namespace slipway::look
{

namespace
{

bool isFirst(const QStyleOptionViewItem &option)
{
    return option.viewItemPosition != QStyleOptionViewItem::Middle &&
           option.viewItemPosition != QStyleOptionViewItem::End;
}

bool isLast(const QStyleOptionViewItem &option)
{
    return option.viewItemPosition != QStyleOptionViewItem::Middle &&
           option.viewItemPosition != QStyleOptionViewItem::Beginning;
}

bool isKeyboardRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !view->hasFocus() || !keyboardLeads())
        return false;
    const auto current = view->currentIndex();
    return current.row() == index.row() && current.parent() == index.parent();
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option)
{
    const auto box = option.rect.adjusted(0, 0, 0, -1);
    const auto ink = color(Token::Focus);
    drawEdge(painter, box, Qt::TopEdge, ink, 2);
    drawEdge(painter, box, Qt::BottomEdge, ink, 2);
    const bool isLeftToRight = option.direction == Qt::LeftToRight;
    if (isLeftToRight ? isFirst(option) : isLast(option))
        drawEdge(painter, box, Qt::LeftEdge, ink, 2);
    if (isLeftToRight ? isLast(option) : isFirst(option))
        drawEdge(painter, box, Qt::RightEdge, ink, 2);
}

} // namespace

bool keyboardLeads()
{
    return FocusRing::keyboardLeads();
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

bool isInActiveWindow(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->isActiveWindow() : option.state.testFlag(QStyle::State_Active);
}

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isActive = isInActiveWindow(option);
    if (isSelected(option))
        painter.fillRect(option.rect, color(isActive ? Token::Selection : Token::SelectionInactive));
    else if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
        painter.fillRect(option.rect, color(Token::Hover));
    drawEdge(painter, option.rect, Qt::BottomEdge, color(Token::Border));
    if (isKeyboardRow(option, index))
        paintFocus(painter, option);
    if (isSelected(option) && isActive && isFirst(option)) {
        QRect bar = option.rect;
        bar.setWidth(3);
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, bar), color(Token::Focus));
    }
}

void paintGroupRow(QPainter &painter, const QStyleOptionViewItem &option, const QString &name, int count, bool isOpen)
{
    painter.fillRect(option.rect, color(Token::Raised));
    drawEdge(painter, option.rect, Qt::BottomEdge, color(Token::Border));
    const auto placed = [&](const QRect &box) { return QStyle::visualRect(option.direction, option.rect, box); };
    const int side = scaled(iconsize::dense);
    QRect icon(option.rect.left() + scaled(19), 0, side, side);
    icon.moveTop(option.rect.top() + (option.rect.height() - side) / 2);
    const auto ink = color(Token::TextSecondary);
    paintIcon(painter, placed(icon), isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), ink);

    QRect text = option.rect;
    text.setLeft(icon.right() + 1 + scaled(space::s));
    const auto number = QLocale().toString(count);
    const QFontMetrics metrics(font(Type::Caption));
    const int room = text.width() - metrics.horizontalAdvance(number) - scaled(2 * space::s);
    text.setWidth(std::min(metrics.horizontalAdvance(name), room));
    paintText(painter, placed(text), name, font(Type::Caption), Token::TextSecondary, option.direction);
    QRect rest = option.rect;
    rest.setLeft(text.right() + 1 + scaled(space::s));
    paintText(painter, placed(rest), number, font(Type::Caption), Token::TextMuted, option.direction);
}

RowLines linesOf(const QRect &cell)
{
    const int first = QFontMetrics(font(Type::Body)).height() + scaled(2);
    const int second = QFontMetrics(font(Type::Small)).height() + scaled(1);
    const int top = cell.top() + (cell.height() - first - second) / 2;
    return {.first = {cell.left(), top, cell.width(), first},
            .second = {cell.left(), top + first, cell.width(), second},
            .only = cell};
}

QRect insideOf(const QRect &cell)
{
    return cell.adjusted(scaled(space::s), 0, -scaled(space::s), 0);
}

void paintText(QPainter &painter, const QRect &box, const QString &text, const QFont &font, Token token,
               Qt::LayoutDirection direction, Qt::TextElideMode elide)
{
    paintText(painter, box, text, font, color(token), direction, elide);
}

void paintText(QPainter &painter, const QRect &box, const QString &text, const QFont &font, const QColor &ink,
               Qt::LayoutDirection direction, Qt::TextElideMode elide)
{
    const auto *device = painter.device();
    auto line = shapedLine(text, font, painter.layoutDirection(), device);
    if (line.naturalTextWidth() > box.width() + 1)
        line = elidedLine(text, font, painter.layoutDirection(), elide, box.width(), device);
    const qreal room = box.width() - line.naturalTextWidth();
    const QPointF place(box.left() + (direction == Qt::RightToLeft ? room : 0),
                        box.top() + (box.height() - line.height()) / 2);
    const auto pen = painter.pen(); // all of its state is dearer to keep
    painter.setPen(ink);
    line.draw(&painter, place);
    painter.setPen(pen);
}

} // namespace slipway::look
