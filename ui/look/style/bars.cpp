// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style/parts.h"

#include "ui/look/icons.h"
#include "ui/look/strokes.h"
#include "ui/look/type.h"

#include <QPainter>

#include <cmath>

namespace slipway::look::style
{

namespace
{

/// The bar is thin, however much room it was given.
QRectF barIn(const QRect &box)
{
    QRectF bar(box);
    bar.setHeight(std::min(box.height(), scaled(6)));
    bar.moveTop(std::floor(QRectF(box).center().y() - bar.height() / 2));
    return bar;
}

} // namespace

void drawTrough(QPainter &painter, const QRect &box)
{
    const auto bar = barIn(box);
    drawBox(painter, bar, bar.height() / 2, color(Token::NeutralTint));
}

void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const auto length = option.maximum - option.minimum;
    if (length <= 0 || option.progress <= option.minimum)
        return;
    const auto part = std::min(1.0, static_cast<double>(option.progress - option.minimum) / length);
    auto done = barIn(option.rect);
    done.setWidth(std::max(done.height(), done.width() * part));
    if (option.direction == Qt::RightToLeft)
        done.moveRight(option.rect.right() + 1);
    drawBox(painter, done, done.height() / 2, color(Token::Series1));
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &thumb)
{
    if (option.maximum <= option.minimum)
        return;
    auto ink = color(Token::BorderStrong);
    const bool isHeld = option.activeSubControls & QStyle::SC_ScrollBarSlider;
    ink.setAlphaF(isHeld ? 0.9F : 0.6F);
    const auto bar = QRectF(thumb).adjusted(2, 2, -2, -2);
    drawBox(painter, bar, std::min(bar.width(), bar.height()) / 2, ink);
}

void drawSplitter(QPainter &painter, const QStyleOption &option)
{
    const bool isUpright = option.state & QStyle::State_Horizontal; // it parts what stands side by side
    const auto ink = color(Token::Border);
    if (isUpright) {
        QRectF line = option.rect;
        line.setLeft(line.center().x() - 0.5);
        drawEdge(painter, line, Qt::LeftEdge, ink);
    } else {
        QRectF line = option.rect;
        line.setTop(line.center().y() - 0.5);
        drawEdge(painter, line, Qt::TopEdge, ink);
    }
}

void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &option)
{
    const bool isAcross = option.orientation == Qt::Horizontal;
    const auto ground = option.state & QStyle::State_Sunken      ? Token::Pressed
                        : option.state & QStyle::State_MouseOver ? Token::Hover
                                                                 : Token::Base;
    painter.fillRect(option.rect, color(ground));
    drawEdge(painter, option.rect, isAcross ? Qt::BottomEdge : Qt::RightEdge, color(Token::Border));
}

void drawHeaderLabel(QPainter &painter, const QStyleOptionHeader &option)
{
    const int padding = scaled(space::s);
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const int mark = isSorted ? scaled(12) + scaled(4) : 0;
    auto box = option.rect.adjusted(padding, 0, -padding, 0);
    const auto text = fitted(option.fontMetrics, option.text, box.width() - mark);
    const int textWidth = option.fontMetrics.horizontalAdvance(text);
    if (option.textAlignment & Qt::AlignRight)
        box.setLeft(box.right() + 1 - textWidth - mark);
    else if (option.textAlignment & Qt::AlignHCenter)
        box.setLeft(box.left() + (box.width() - textWidth - mark) / 2);

    painter.setPen(color(isSorted ? Token::TextSecondary : Token::TextMuted));
    painter.drawText(placed(option, {box.left(), box.top(), textWidth, box.height()}),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    if (!isSorted)
        return;
    // Down, in Qt's words, is ascending: the arrow of look.md points where the small ones are.
    const auto name = option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("chevron-up")
                                                                           : QStringLiteral("chevron-down");
    QRect icon(box.left() + textWidth + scaled(4), 0, scaled(12), scaled(12));
    icon.moveTop(box.top() + (box.height() - icon.height()) / 2);
    paintIcon(painter, placed(option, icon), name, color(Token::TextSecondary));
}

} // namespace slipway::look::style
