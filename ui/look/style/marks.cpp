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

/// What a check box or radio button is painted with.
struct Ink
{
    Token ground;
    Token line;
    Token mark;
};

Ink inkOf(QStyle::State state, bool isSet)
{
    if (!(state & QStyle::State_Enabled))
        return {Token::Raised, Token::Border, Token::TextDisabled};
    if (isSet) {
        const auto ground = state & QStyle::State_MouseOver ? Token::AccentHover : Token::Accent;
        return {ground, ground, Token::TextOnAccent};
    }
    return {state & QStyle::State_MouseOver ? Token::Hover : Token::Base, Token::BorderStrong, Token::TextOnAccent};
}

} // namespace

void drawCheckBox(QPainter &painter, const QRect &box, QStyle::State state)
{
    const bool isSet = state & (QStyle::State_On | QStyle::State_NoChange);
    const auto ink = inkOf(state, isSet);
    drawBox(painter, box, scaled(radius::tag), color(ink.ground), color(ink.line));
    if (!isSet)
        return;
    const auto inset = box.width() / 8.0;
    const auto name = state & QStyle::State_NoChange ? QStringLiteral("remove") : QStringLiteral("check");
    paintIcon(painter, QRectF(box).adjusted(inset, inset, -inset, -inset), name, color(ink.mark));
}

void drawRadioButton(QPainter &painter, const QRect &box, QStyle::State state)
{
    const bool isSet = state & QStyle::State_On;
    const auto ink = inkOf(state, isSet);
    drawBox(painter, box, box.width() / 2.0, color(ink.ground), color(ink.line));
    if (!isSet)
        return;
    const auto inset = box.width() * 5.0 / 16;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ink.mark));
    painter.drawEllipse(QRectF(box).adjusted(inset, inset, -inset, -inset));
    painter.restore();
}

void drawBranch(QPainter &painter, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Children))
        return;
    QRectF icon(0, 0, scaled(iconsize::dense), scaled(iconsize::dense));
    icon.moveCenter(QRectF(option.rect).center());
    const auto name =
        option.state & QStyle::State_Open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    paintIcon(painter, icon, name, color(Token::TextSecondary));
}

} // namespace slipway::look::style
