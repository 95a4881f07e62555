// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style/parts.h"

#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/scheme.h"
#include "ui/look/strokes.h"
#include "ui/look/turning.h"
#include "ui/look/type.h"

#include <QPainter>

namespace slipway::look::style
{

namespace
{

constexpr int gap = 6;

/// Ground, line and words of a button as it stands now; without ground or line it has none.
struct Paint
{
    QColor ground;
    std::optional<QColor> line;
    QColor words;
};

Paint filled(const QColor &normal, const QColor &hovered, const QColor &pressed, QStyle::State state)
{
    const auto words = color(Token::TextOnAccent);
    if (state & QStyle::State_Sunken)
        return {pressed, {}, words};
    return {state & QStyle::State_MouseOver ? hovered : normal, {}, words};
}

Paint outlined(QStyle::State state)
{
    Token ground = Scheme::current().isDark() ? Token::Raised : Token::Base;
    if (state & (QStyle::State_Sunken | QStyle::State_On))
        ground = Token::Pressed;
    else if (state & QStyle::State_MouseOver)
        ground = Token::Hover;
    return {color(ground), color(Token::ControlBorder), color(Token::Text)};
}

Paint flat(QStyle::State state)
{
    if (state & QStyle::State_Sunken)
        return {color(Token::Pressed), {}, color(Token::Text)};
    if (state & QStyle::State_On)
        return {color(Token::NeutralTint), {}, color(Token::Text)};
    if (state & QStyle::State_MouseOver)
        return {color(Token::Hover), {}, color(Token::Text)};
    return {Qt::transparent, {}, color(Token::TextSecondary)};
}

Paint paintOf(ButtonRole role, QStyle::State state)
{
    const bool isBare = role == ButtonRole::Flat || role == ButtonRole::Link;
    if (!(state & QStyle::State_Enabled)) {
        if (isBare)
            return {Qt::transparent, {}, color(Token::TextDisabled)};
        return {color(Token::Raised), color(Token::Border), color(Token::TextDisabled)};
    }
    switch (role) {
    case ButtonRole::Primary:
        return filled(color(Token::Accent), color(Token::AccentHover), color(Token::AccentPressed), state);
    case ButtonRole::Destructive: {
        const auto fill = color(Token::DangerFill);
        return filled(fill, fill.darker(108), fill.darker(122), state);
    }
    case ButtonRole::Flat: return flat(state);
    case ButtonRole::Link: return {Qt::transparent, {}, color(Token::AccentText)};
    case ButtonRole::Secondary: return outlined(state);
    }
    Q_UNREACHABLE_RETURN({});
}

ButtonRole roleIn(const QStyleOptionButton &option, const QWidget *widget)
{
    const auto role = roleOf(widget);
    return role == ButtonRole::Secondary && option.features & QStyleOptionButton::Flat ? ButtonRole::Flat : role;
}

void drawGround(QPainter &painter, const QRect &box, const Paint &paint)
{
    if (paint.ground.alpha() > 0)
        drawBox(painter, box, scaled(radius::control), paint.ground, paint.line);
}

void drawButtonIcon(QPainter &painter, const QRectF &box, const QIcon &icon, const QColor &ink, bool isBusy)
{
    if (isBusy)
        paintTurning(painter, box, ink);
    else if (hasIcon(icon.name()))
        paintIcon(painter, box, icon.name(), ink);
    else
        icon.paint(&painter, box.toRect());
}

bool isBusy(const QWidget *widget)
{
    const auto *button = qobject_cast<const BusyButton *>(widget);
    return button && button->isBusy();
}

int paddingOf(const QWidget *widget)
{
    if (roleOf(widget) == ButtonRole::Link)
        return 0;
    return scaled(isSmall(widget) ? 10 : 12);
}

} // namespace

void drawPushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    drawGround(painter, option.rect, paintOf(roleIn(option, widget), option.state));
}

void drawPushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const auto ink = paintOf(roleIn(option, widget), option.state).words;
    const int side = option.icon.isNull() ? 0 : scaled(iconsize::dense);
    const int between = option.icon.isNull() || option.text.isEmpty() ? 0 : scaled(gap);
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const int arrow = hasMenu ? scaled(iconsize::dense) + scaled(gap) : 0;
    const int padding = option.text.isEmpty() ? 0 : paddingOf(widget);
    const int room = option.rect.width() - 2 * padding - side - between - arrow;
    const auto text = fitted(option.fontMetrics, option.text, room, Qt::ElideRight, Qt::TextShowMnemonic);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, text).width();

    int x = option.rect.left() + (option.rect.width() - side - between - textWidth - arrow) / 2;
    if (roleOf(widget) == ButtonRole::Link)
        x = option.rect.left();
    if (side > 0) {
        QRect box(x, 0, side, side);
        box.moveTop(option.rect.top() + (option.rect.height() - side) / 2);
        drawButtonIcon(painter, placed(option, box), option.icon, ink, isBusy(widget));
    }
    x += side + between;
    painter.setPen(ink);
    const QRect words(x, option.rect.top(), textWidth, option.rect.height());
    painter.drawText(placed(option, words),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine, text);
    if (hasMenu) {
        QRect box(x + textWidth + scaled(gap), 0, scaled(iconsize::dense), scaled(iconsize::dense));
        box.moveTop(option.rect.top() + (option.rect.height() - box.height()) / 2);
        paintIcon(painter, placed(option, box), QStringLiteral("chevron-down"), ink);
    }
}

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    const int high = height(isSmall(widget) ? Part::SmallButton : Part::Button);
    if (option.text.isEmpty() && !(option.features & QStyleOptionButton::HasMenu))
        return {high, high};
    int wide = 2 * paddingOf(widget) + option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        wide += scaled(iconsize::dense) + (option.text.isEmpty() ? 0 : scaled(gap));
    if (option.features & QStyleOptionButton::HasMenu)
        wide += scaled(iconsize::dense) + scaled(gap);
    return {wide, roleOf(widget) == ButtonRole::Link ? std::max(option.fontMetrics.height(), scaled(24)) : high};
}

void drawToolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    const auto role = option.state & QStyle::State_AutoRaise ? ButtonRole::Flat : roleOf(widget);
    const auto paint = paintOf(role, option.state);
    drawGround(painter, option.rect, paint);
    const auto ink = paint.words;
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    const bool hasText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const int side = hasIcon ? option.iconSize.width() : 0;
    const int between = hasIcon && hasText ? scaled(gap) : 0;
    const int textWidth = hasText ? option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() : 0;
    const int arrow = hasText && option.features & QStyleOptionToolButton::HasMenu ? scaled(18) : 0;
    int x = option.rect.left() + (option.rect.width() - side - between - textWidth - arrow) / 2;
    if (hasIcon) {
        const QRect box(x, option.rect.top() + (option.rect.height() - side) / 2, side, side);
        drawButtonIcon(painter, placed(option, box), option.icon, ink, false);
    }
    x += side + between;
    painter.setPen(ink);
    painter.setFont(option.font);
    painter.drawText(placed(option, {x, option.rect.top(), textWidth, option.rect.height()}),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     hasText ? option.text : QString());
    if (arrow > 0) {
        QRect box(x + textWidth + scaled(4), 0, scaled(iconsize::dense), scaled(iconsize::dense));
        box.moveTop(option.rect.top() + (option.rect.height() - box.height()) / 2);
        paintIcon(painter, placed(option, box), QStringLiteral("chevron-down"), ink);
    }
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const QSize &contents)
{
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly) {
        const int side = std::max(height(Part::Button), option.iconSize.width() + scaled(8));
        return {side, side};
    }
    const int arrow = option.features & QStyleOptionToolButton::HasMenu ? scaled(18) : 0;
    return {contents.width() + scaled(2 * 10 + 2) + arrow, std::max(contents.height(), height(Part::Button))};
}

} // namespace slipway::look::style
