// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/imagesheader.h"

#include "ui/look/strokes.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QPainter>

namespace slipway::images
{

ImagesHeader::ImagesHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setHighlightSections(false);
    setStretchLastSection(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void ImagesHeader::setShortTitle(int section, const QString &title)
{
    m_shortTitles[section] = title;
}

void ImagesHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (const auto title = m_shortTitles.value(logicalIndex); !title.isEmpty())
        option->text = title;
}

void ImagesHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    auto rest = rect;
    if (visualIndex(logicalIndex) == 0) {
        painter->fillRect(rect, look::color(look::Token::Base));
        look::drawEdge(*painter, rect, Qt::BottomEdge, look::color(look::Token::Border));
        const int in = look::scaled(12);
        rest = isRightToLeft() ? rect.adjusted(0, 0, -in, 0) : rect.adjusted(in, 0, 0, 0);
    }
    QHeaderView::paintSection(painter, rest, logicalIndex);
}

} // namespace slipway::images
