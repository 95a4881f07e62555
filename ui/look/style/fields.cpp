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

void drawChevron(QPainter &painter, const QRect &box, const QString &name, bool isEnabled)
{
    QRectF icon(0, 0, scaled(iconsize::dense), scaled(iconsize::dense));
    icon.moveCenter(QRectF(box).center());
    paintIcon(painter, icon, name, color(isEnabled ? Token::TextSecondary : Token::TextDisabled));
}

} // namespace

void drawField(QPainter &painter, const QRect &box, QStyle::State state)
{
    if (!(state & QStyle::State_Enabled)) {
        drawBox(painter, box, scaled(radius::control), color(Token::Raised), color(Token::Border));
        return;
    }
    const bool hasFocus = state & QStyle::State_HasFocus;
    drawBox(painter, box, scaled(radius::control), color(Token::Base),
            color(hasFocus ? Token::Focus : Token::BorderStrong), hasFocus ? 2 : 1);
}

void drawComboBox(QPainter &painter, const QStyleOptionComboBox &option)
{
    drawField(painter, option.rect, option.state);
    drawChevron(painter, placed(option, comboBoxPart(option, QStyle::SC_ComboBoxArrow)), QStringLiteral("chevron-down"),
                option.state & QStyle::State_Enabled);
}

void drawComboBoxLabel(QPainter &painter, const QStyleOptionComboBox &option)
{
    if (option.editable)
        return; // the line edit shows it
    auto box = comboBoxPart(option, QStyle::SC_ComboBoxEditField);
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const auto ink = color(isEnabled ? Token::Text : Token::TextDisabled);
    if (!option.currentIcon.isNull()) {
        QRect icon(box.left(), box.top() + (box.height() - scaled(iconsize::row)) / 2, scaled(iconsize::row),
                   scaled(iconsize::row));
        option.currentIcon.paint(&painter, placed(option, icon), Qt::AlignCenter,
                                 isEnabled ? QIcon::Active : QIcon::Disabled);
        box.setLeft(icon.right() + scaled(6));
    }
    painter.setPen(ink);
    painter.drawText(placed(option, box), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fitted(option.fontMetrics, option.currentText, box.width()));
}

QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const int arrow = scaled(28);
    const auto &whole = option.rect;
    switch (part) {
    case QStyle::SC_ComboBoxArrow: return {whole.right() + 1 - arrow, whole.top(), arrow, whole.height()};
    case QStyle::SC_ComboBoxEditField: return whole.adjusted(scaled(padding), 1, -arrow, -1);
    default: return whole;
    }
}

void drawSpinBox(QPainter &painter, const QStyleOptionSpinBox &option)
{
    drawField(painter, option.rect, option.state);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto draw = [&](QStyle::SubControl part, const QString &name, QAbstractSpinBox::StepEnabledFlag step) {
        const auto box = placed(option, spinBoxPart(option, part));
        if (option.activeSubControls == part && option.state & QStyle::State_MouseOver)
            drawBox(painter, box.adjusted(2, 2, -2, -1), scaled(radius::tag), color(Token::Hover));
        drawChevron(painter, box, name, option.state & QStyle::State_Enabled && option.stepEnabled & step);
    };
    draw(QStyle::SC_SpinBoxUp, QStringLiteral("chevron-up"), QAbstractSpinBox::StepUpEnabled);
    draw(QStyle::SC_SpinBoxDown, QStringLiteral("chevron-down"), QAbstractSpinBox::StepDownEnabled);
}

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const int wide = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : scaled(24);
    const auto &whole = option.rect;
    const int half = whole.height() / 2;
    switch (part) {
    case QStyle::SC_SpinBoxUp: return {whole.right() + 1 - wide, whole.top(), wide, half};
    case QStyle::SC_SpinBoxDown: return {whole.right() + 1 - wide, whole.top() + half, wide, whole.height() - half};
    case QStyle::SC_SpinBoxEditField:
        return whole.adjusted(scaled(padding) - 2, 1, -std::max(wide, scaled(padding)), -1);
    default: return whole;
    }
}

} // namespace slipway::look::style
