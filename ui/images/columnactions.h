// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/cellwords.h"

#include <QHash>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QTreeView;

namespace slipway::images
{

class Columns;

/// By which column the table is sorted, and which it shows, as actions: the menus, the palette and the table's header
/// offer the same ones.
class ColumnActions final : public QObject
{
    Q_OBJECT

public:
    ColumnActions(QTreeView *table, Columns *columns);

    void fill(QMenu *menu) const;

private:
    void addSorting();
    void addShowing();
    void sort();
    void judge(); ///< what is checked now

    QTreeView *m_table;
    Columns *m_columns;
    QActionGroup *m_sorting;
    QAction *m_descending;
    QHash<Column, QAction *> m_showing;
};

} // namespace slipway::images
