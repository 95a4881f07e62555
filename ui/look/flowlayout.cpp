// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/flowlayout.h"

#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QStyle>
#include <QWidget>

namespace slipway::look
{

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins({});
    setSpacing(scaled(space::s));
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items.at(static_cast<size_t>(index)).get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    auto item = std::move(m_items.at(static_cast<size_t>(index)));
    m_items.erase(m_items.begin() + index);
    return item.release();
}

FlowLayout::Placed FlowLayout::placed(int width) const
{
    Placed placed;
    int x = 0;
    int top = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty()) {
            placed.places.emplace_back();
            continue;
        }
        const auto size = item->sizeHint().boundedTo({width, QLAYOUTSIZE_MAX});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            top = placed.height + spacing();
        }
        placed.places.emplace_back(QPoint(x, top), size);
        x += size.width() + spacing();
        placed.height = std::max(placed.height, top + size.height());
    }
    return placed;
}

int FlowLayout::heightForWidth(int width) const
{
    return placed(width).height;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const auto &item : m_items)
        width += item->isEmpty() ? 0 : item->sizeHint().width() + spacing();
    return {width, minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const auto &item : m_items)
        least = least.expandedTo(item->minimumSize());
    return least;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const auto laid = placed(rect.width());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    for (size_t i = 0; i < m_items.size(); ++i)
        m_items.at(i)->setGeometry(QStyle::visualRect(direction, rect, laid.places.at(i).translated(rect.topLeft())));
}

} // namespace slipway::look
