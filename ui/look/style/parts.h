// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QStyleOption>

class QPainter;
class QStyle;
class QWidget;

/// What SlipwayStyle paints; each function takes the option it is for.
namespace slipway::look::style
{

// buttons.cpp
void drawPushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void drawPushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void drawToolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget);
[[nodiscard]] QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget);
[[nodiscard]] QSize toolButtonSize(const QStyleOptionToolButton &option, const QSize &contents);

// fields.cpp
/// The ground and line of a field; the line is that of the focus while it has it.
void drawField(QPainter &painter, const QRect &box, QStyle::State state);
void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option);
void drawComboBoxLabel(QPainter &painter, const QStyleOptionComboBox &option);
void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option);
[[nodiscard]] QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
[[nodiscard]] QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);

// marks.cpp
void drawCheckBox(QPainter &painter, const QRect &box, QStyle::State state);
void drawRadioButton(QPainter &painter, const QRect &box, QStyle::State state);
void drawBranch(QPainter &painter, const QStyleOption &option);

// tabs.cpp
void drawTab(QPainter &painter, const QStyleOptionTab &option);
void drawTabLabel(QPainter &painter, const QStyleOptionTab &option);

// bars.cpp
void drawTrough(QPainter &painter, const QRect &box);
void drawProgress(QPainter &painter, const QStyleOptionProgressBar &option);
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &thumb);
void drawSplitter(QPainter &painter, const QStyleOption &option);
void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &option);
void drawHeaderLabel(QPainter &painter, const QStyleOptionHeader &option);

// menus.cpp
void drawMenuItem(QPainter &painter, const QStyleOptionMenuItem &option);
void drawMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);
/// The square ground of what stands above the window: menus, lists of combo boxes, tooltips.
void drawPopup(QPainter &painter, const QRect &box);

// items.cpp
/// Selected, or under the pointer: rows of plain lists that have no delegate of their own.
void drawItemGround(QPainter &painter, const QStyleOptionViewItem &option);

/// A rectangle at the start edge of `whole` for left to right, mirrored for right to left.
[[nodiscard]] inline QRect placed(const QStyleOption &option, const QRect &box)
{
    return QStyle::visualRect(option.direction, option.rect, box);
}

} // namespace slipway::look::style
