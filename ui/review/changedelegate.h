// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/changelist.h"

namespace slipway::review
{

/// Paints the list of changes: headings, and two lines for each change; a box where one can be ticked with others.
class ChangeDelegate final : public QStyledItemDelegate
{
public:
    ChangeDelegate(const ChangeListModel &model, QObject *parent)
        : QStyledItemDelegate{parent}
        , m_model{model}
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintChange(QPainter &painter, const QStyleOptionViewItem &option, const Change &change) const;
    static void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRect &words,
                           const Change &change);

    const ChangeListModel &m_model;
};

} // namespace slipway::review
