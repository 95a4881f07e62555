// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/columnactions.h"

#include "ui/images/columns.h"
#include "ui/look/actionbutton.h"
#include "ui/look/icons.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace slipway::images
{
namespace
{

/// `object` is what the palette says behind the name, which is no more than that of a column.
QAction *actionOf(QObject *parent, const QString &id, const QString &text, const QString &icon, const QString &object)
{
    auto *action = look::makeAction(id, text, icon, parent);
    action->setCheckable(true);
    action->setProperty("object", object);
    return action;
}

} // namespace

ColumnActions::ColumnActions(QTreeView *table, Columns *columns)
    : QObject(table)
    , m_table(table)
    , m_columns(columns)
    , m_sorting(new QActionGroup(this))
    , m_descending(actionOf(this, u"images.sortDescending"_s, tr("Descending"), u"sort"_s, tr("Order of the images")))
{
    addSorting();
    addShowing();
    connect(table->header(), &QHeaderView::sortIndicatorChanged, this, &ColumnActions::judge);
    connect(columns, &Columns::changed, this, &ColumnActions::judge);
    judge();
}

void ColumnActions::addSorting()
{
    for (int column = 0; column < columnCount; ++column) {
        auto *action = actionOf(this, u"images.sortBy%1"_s.arg(column), columnName(static_cast<Column>(column)),
                                u"sort"_s, tr("Sort the images by"));
        action->setData(column);
        m_sorting->addAction(action);
    }
    connect(m_sorting, &QActionGroup::triggered, this, &ColumnActions::sort);
    connect(m_descending, &QAction::triggered, this, &ColumnActions::sort);
}

void ColumnActions::addShowing()
{
    for (int column = 0; column < columnCount; ++column) {
        const auto each = static_cast<Column>(column);
        if (Columns::isFixed(each))
            continue;
        auto *action = actionOf(this, u"images.column%1"_s.arg(column), columnName(each), u"columns"_s,
                                tr("Column of the images"));
        connect(action, &QAction::triggered, this, [this, each](bool isOn) { m_columns->show(each, isOn); });
        m_showing[each] = action;
    }
}

void ColumnActions::sort()
{
    m_table->sortByColumn(m_sorting->checkedAction()->data().toInt(),
                          m_descending->isChecked() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ColumnActions::judge()
{
    const auto *header = m_table->header();
    m_sorting->actions().at(header->sortIndicatorSection())->setChecked(true);
    m_descending->setChecked(header->sortIndicatorOrder() == Qt::DescendingOrder);
    for (auto each = m_showing.cbegin(); each != m_showing.cend(); ++each)
        each.value()->setChecked(m_columns->isShown(each.key()));
}

void ColumnActions::fill(QMenu *menu) const
{
    auto *sorting = menu->addMenu(look::icon(u"sort"_s), tr("Sort by"));
    sorting->addActions(m_sorting->actions());
    sorting->addSeparator();
    sorting->addAction(m_descending);
    menu->addSeparator();
    for (int column = 0; column < columnCount; ++column)
        if (auto *action = m_showing.value(static_cast<Column>(column)))
            menu->addAction(action);
}

} // namespace slipway::images
