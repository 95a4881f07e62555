// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/imagesdelegate.h"

#include <QHeaderView>
#include <QJsonObject>

#include <set>

class QTreeView;

namespace slipway::images
{

/// Which columns the table has, how wide they are, and in which order: as the person chose, as far as there is room.
class Columns final : public QObject
{
    Q_OBJECT

public:
    Columns(QTreeView *table, ImagesDelegate *delegate);

    /// State, service and versions are always there.
    [[nodiscard]] static bool isFixed(Column column);
    [[nodiscard]] bool isShown(Column column) const { return m_shown.contains(column); }
    void show(Column column, bool isShown);
    /// In a narrow window the lesser columns give way, whatever the person chose.
    void setNarrow(bool isNarrow);
    /// After a change of the font: the usual widths, in it.
    void dress();
    /// Gives the service the room that the others leave.
    void fit();

    /// What is to be remembered: columns, order, widths at a 13 px font, sort order.
    [[nodiscard]] QJsonObject layout() const;
    /// What makes no sense is passed over.
    void restore(const QJsonObject &layout);

Q_SIGNALS:
    void changed();

private:
    void showAll();
    void remember(int column, int width);
    [[nodiscard]] int room() const;
    [[nodiscard]] int widthOf(Column column) const;

    QTreeView *m_table;
    ImagesDelegate *m_delegate;
    std::set<Column> m_shown;
    QHash<Column, double> m_widths; ///< those that the person chose, at a 13 px font
    bool m_isNarrow = false;
    bool m_isFitting = false;
};

} // namespace slipway::images
