// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/icons.h"
#include "ui/look/style.h"
#include "ui/look/style/focusring.h"
#include "ui/look/type.h"

#include <QFocusFrame>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace slipway::look
{

int SlipwayStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_TabBarIconSize: return scaled(iconsize::dense);
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize: return scaled(iconsize::row);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return scaled(space::s);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_MenuBarPanelWidth:
    case PM_MenuHMargin:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollBarSliderMin: return metric == PM_ScrollBarSliderMin ? scaled(28) : 0;
    case PM_TabBarBaseHeight:
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return scaled(4);
    case PM_MenuBarHMargin: return scaled(8);
    case PM_ScrollBarExtent: return scaled(10);
    case PM_SplitterWidth: return 1; // QSplitter lets it be taken a little beyond
    case PM_HeaderMargin: return scaled(4);
    case PM_HeaderMarkSize: return scaled(12);
    case PM_ToolTipLabelFrameWidth: return scaled(6);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return scaled(space::l);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return scaled(space::s);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        // Of views it is the padding of a cell, less one.
        return qobject_cast<const QFocusFrame *>(widget) ? FocusRing::reach : scaled(space::s) - 1;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget))
            return scaled(6); // the corners of what is inside stay within the rounded ones
        return 1;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SlipwayStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0; // a list below the box
    case SH_FocusFrame_AboveWidget:   // in the window, not in a parent that may end where the button does
    case SH_ComboBox_ListMouseTracking:
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking: return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_Widget_Animation_Duration:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
    case SH_ItemView_ShowDecorationSelected: return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_Header_ArrowAlignment: return Qt::AlignRight | Qt::AlignVCenter;
    case SH_ToolTipLabel_Opacity: return 255;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

} // namespace slipway::look
