// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/style.h"

#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/strokes.h"
#include "ui/look/style/focusring.h"
#include "ui/look/style/parts.h"
#include "ui/look/type.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace slipway::look
{

namespace
{

/// The option as what it really is, if it is that.
template<class Option> const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

bool isComboPopup(const QWidget *widget)
{
    return widget && widget->inherits("QComboBoxPrivateContainer");
}

void drawFrame(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    if (isTextArea(widget))
        style::drawField(painter, option.rect, option.state);
    else if (isComboPopup(widget))
        style::drawPopup(painter, option.rect);
    else
        drawBox(painter, option.rect, scaled(radius::control), Qt::transparent, color(Token::Border));
}

void drawRing(const QStyleOption &option, QPainter &painter)
{
    drawBox(painter, option.rect, scaled(radius::control) + FocusRing::reach, Qt::transparent, color(Token::Focus), 2);
}

} // namespace

SlipwayStyle::SlipwayStyle()
    : QProxyStyle(u"Fusion"_s)
    , m_ring(new FocusRing(this))
{
}

void SlipwayStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

void SlipwayStyle::unpolish(QWidget *widget)
{
    QProxyStyle::unpolish(widget);
}

void SlipwayStyle::polish(QPalette & /*palette*/) {} // install() sets it; Fusion has nothing to add

void SlipwayStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect: // buttons have the ring, rows and fields their own
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelItemViewRow:
    case PE_IndicatorHeaderArrow: return; // drawn with the header's label
    case PE_Frame: drawFrame(*option, *painter, widget); return;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            style::drawField(*painter, frame->rect, frame->state);
        return;
    case PE_FrameMenu: return;
    case PE_PanelMenu:
    case PE_PanelTipLabel: style::drawPopup(*painter, option->rect); return;
    case PE_FrameTabBarBase: drawEdge(*painter, option->rect, Qt::BottomEdge, color(Token::Border)); return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, option->palette.color(QPalette::Base)); return;
    case PE_PanelStatusBar: painter->fillRect(option->rect, color(Token::Window)); return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: style::drawCheckBox(*painter, option->rect, option->state); return;
    case PE_IndicatorRadioButton: style::drawRadioButton(*painter, option->rect, option->state); return;
    case PE_IndicatorBranch: style::drawBranch(*painter, *option); return;
    case PE_PanelItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option))
            style::drawItemGround(*painter, *item);
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = as<QStyleOptionButton>(option))
            style::drawPushButton(*painter, *button, widget);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SlipwayStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton: // the base would make its own room for the label
        style::drawPushButton(*painter, *as<QStyleOptionButton>(option), widget);
        style::drawPushButtonLabel(*painter, *as<QStyleOptionButton>(option), widget);
        return;
    case CE_PushButtonBevel: style::drawPushButton(*painter, *as<QStyleOptionButton>(option), widget); return;
    case CE_PushButtonLabel: style::drawPushButtonLabel(*painter, *as<QStyleOptionButton>(option), widget); return;
    case CE_ComboBoxLabel: style::drawComboBoxLabel(*painter, *as<QStyleOptionComboBox>(option)); return;
    case CE_TabBarTabShape: style::drawTab(*painter, *as<QStyleOptionTab>(option)); return;
    case CE_TabBarTabLabel: style::drawTabLabel(*painter, *as<QStyleOptionTab>(option)); return;
    case CE_ProgressBarGroove: style::drawTrough(*painter, option->rect); return;
    case CE_ProgressBarContents: style::drawProgress(*painter, *as<QStyleOptionProgressBar>(option)); return;
    case CE_ProgressBarLabel: return; // the words stand beside it
    case CE_Header:                   // the base would take a margin off the label
        style::drawHeaderSection(*painter, *as<QStyleOptionHeader>(option));
        style::drawHeaderLabel(*painter, *as<QStyleOptionHeader>(option));
        return;
    case CE_HeaderSection: style::drawHeaderSection(*painter, *as<QStyleOptionHeader>(option)); return;
    case CE_HeaderLabel: style::drawHeaderLabel(*painter, *as<QStyleOptionHeader>(option)); return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Base));
        drawEdge(*painter, option->rect, Qt::BottomEdge, color(Token::Border));
        return;
    case CE_Splitter: style::drawSplitter(*painter, *option); return;
    case CE_MenuItem: style::drawMenuItem(*painter, *as<QStyleOptionMenuItem>(option)); return;
    case CE_MenuEmptyArea: return;
    case CE_MenuBarItem: style::drawMenuBarItem(*painter, *as<QStyleOptionMenuItem>(option)); return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, color(Token::Window)); return;
    case CE_FocusFrame: drawRing(*option, *painter); return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void SlipwayStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox: style::drawComboBox(*painter, *as<QStyleOptionComboBox>(option)); return;
    case CC_SpinBox: style::drawSpinBox(*painter, *as<QStyleOptionSpinBox>(option)); return;
    case CC_ToolButton: style::drawToolButton(*painter, *as<QStyleOptionToolButton>(option), widget); return;
    case CC_ScrollBar:
        style::drawScrollBar(*painter, *as<QStyleOptionSlider>(option),
                             subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
        return;
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize SlipwayStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = as<QStyleOptionButton>(option))
            return style::pushButtonSize(*button, widget);
        break;
    case CT_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(option))
            return style::toolButtonSize(*button, contents);
        break;
    case CT_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            return style::menuItemSize(*item, contents);
        break;
    case CT_LineEdit: return {contents.width() + scaled(20), height(Part::Button)};
    case CT_ComboBox: return {contents.width() + scaled(10 + 28 + 8), height(Part::Button)};
    case CT_SpinBox: return {contents.width() + scaled(20 + 24), height(Part::Button)};
    case CT_TabBarTab:
        if (const auto *tab = as<QStyleOptionTab>(option))
            return {tab->fontMetrics.size(Qt::TextShowMnemonic, tab->text).width() + scaled(2 * space::s), scaled(34)};
        break;
    case CT_ProgressBar: return {contents.width(), scaled(6)};
    case CT_HeaderSection: {
        const auto base = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {base.width() + scaled(16), height(Part::Header)};
    }
    case CT_MenuBarItem: return {contents.width() + scaled(16), std::max(scaled(28), contents.height())};
    case CT_ItemViewItem: {
        const auto base = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {base.width(), std::max(base.height(), scaled(28))};
    }
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect SlipwayStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = as<QStyleOptionFrame>(option);
        const int side = frame && frame->lineWidth > 0 ? scaled(8) : 0; // and QLineEdit adds two
        return option->rect.adjusted(side, 0, -side, 0);
    }
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents: return option->rect;
    case SE_ComboBoxFocusRect: return {};
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect SlipwayStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const auto *box = as<QStyleOptionComboBox>(option);
        return style::placed(*box, style::comboBoxPart(*box, part));
    }
    if (control == CC_SpinBox) {
        const auto *box = as<QStyleOptionSpinBox>(option);
        return style::placed(*box, style::spinBoxPart(*box, part));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

/// Ours also spares the search through the system's icon themes, which takes longer than the window.
QIcon SlipwayStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return look::icon(QStringLiteral("close"));
    if (icon == SP_ToolBarHorizontalExtensionButton) // a menu bar without room for all, too
        return look::icon(QStringLiteral("more"));
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace slipway::look
