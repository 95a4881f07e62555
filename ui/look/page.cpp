// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/page.h"

#include "ui/look/palette.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace slipway::look
{

Page::Page(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    keepSurface(content, Token::Base);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    content->installEventFilter(this);
}

void Page::setWhole(bool isWhole)
{
    m_isWhole = isWhole;
    fit();
}

void Page::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

bool Page::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void Page::fit()
{
    const auto *layout = widget()->layout();
    const int needed = layout && layout->hasHeightForWidth() // of texts that wrap a minimum knows one line
                           ? layout->minimumHeightForWidth(viewport()->width())
                           : widget()->minimumSizeHint().height();
    const int lowest = std::max(viewport()->height(), needed);
    const int most = m_isWhole ? QWIDGETSIZE_MAX : lowest;
    if (widget()->maximumHeight() != most)
        widget()->setMaximumHeight(most);
}

} // namespace slipway::look
