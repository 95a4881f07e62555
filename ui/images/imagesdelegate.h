// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/imagesproxy.h"

#include <QStyledItemDelegate>

#include <chrono>

namespace slipway::look
{
class Fading;
}

namespace slipway::images
{

/// Paints the cells of the table: two lines, or in a compact one the first alone.
class ImagesDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ImagesDelegate(const ImagesProxy *rows, QObject *parent = nullptr);

    /// How often rows are asked for: what is much older is shown as old.
    void setInterval(std::chrono::seconds interval) { m_interval = interval; }
    /// Rows that have just changed; it outlives the delegate.
    void setFading(const look::Fading *fading) { m_fading = fading; }
    /// A narrow table keeps the icon of a pull request's checks alone.
    void setNumberShown(bool isShown) { m_isNumberShown = isShown; }
    [[nodiscard]] bool isNumberShown() const { return m_isNumberShown; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// What a column needs to show the usual contents in full.
    [[nodiscard]] int widthOf(Column column) const;

private:
    struct Cell;
    void paintState(const Cell &cell, bool isTicking, bool isTicked) const;
    void paintService(const Cell &cell) const;
    void paintVersions(const Cell &cell) const;
    void paintPullRequest(const Cell &cell) const;
    void paintWords(const Cell &cell, Column column) const;

    const ImagesProxy *m_rows;
    const look::Fading *m_fading = nullptr;
    std::chrono::seconds m_interval{60};
    bool m_isNumberShown = true;
};

} // namespace slipway::images
