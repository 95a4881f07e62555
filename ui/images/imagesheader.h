// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace slipway::images
{

/// The header of the table: its first title stands above the icons of the states, a little in from the edge.
class ImagesHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ImagesHeader(QWidget *parent = nullptr);

    /// Another title for a section that has little room; empty: the model's.
    void setShortTitle(int section, const QString &title);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    QHash<int, QString> m_shortTitles;
};

} // namespace slipway::images
