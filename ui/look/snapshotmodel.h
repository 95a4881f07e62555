// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace slipway::look
{

/// What a row is known by: its member `key`, or its function key().
template<class Row> decltype(auto) keyOf(const Row &row)
{
    if constexpr (requires { row.key(); })
        return row.key();
    else
        return (row.key);
}

/// A table over the rows of a snapshot. The rows that stay keep their index, so selection, scroll position and an open
/// menu survive. Snapshots come sorted by key, each key once; what the person sees is sorted by a proxy.
/// A row has a key and ==; a model of its own adds columnCount(), data() and headerData().
template<class Row> class SnapshotModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &at(const QModelIndex &index) const { return m_rows.at(index.row()); }

    void apply(const QList<Row> &next)
    {
        int row = 0;
        for (qsizetype i = 0; i < next.size();) {
            removeWhile(row, [&](const Row &mine) { return keyOf(mine) < keyOf(next.at(i)); });
            if (row < m_rows.size() && keyOf(m_rows.at(row)) == keyOf(next.at(i))) {
                change(row++, next.at(i++));
                continue;
            }
            const auto first = i;
            while (i < next.size() && (row == m_rows.size() || keyOf(next.at(i)) < keyOf(m_rows.at(row))))
                ++i;
            insert(row, next.sliced(first, i - first));
            row += static_cast<int>(i - first);
        }
        removeWhile(row, [](const Row &) { return true; });
    }

private:
    template<class Predicate> void removeWhile(int row, Predicate goes)
    {
        int end = row;
        while (end < m_rows.size() && goes(m_rows.at(end)))
            ++end;
        if (end == row)
            return;
        beginRemoveRows({}, row, end - 1);
        m_rows.remove(row, end - row);
        endRemoveRows();
    }

    void change(int row, const Row &incoming)
    {
        if (m_rows.at(row) == incoming)
            return;
        m_rows[row] = incoming;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }

    void insert(int row, const QList<Row> &incoming)
    {
        beginInsertRows({}, row, row + static_cast<int>(incoming.size()) - 1);
        m_rows = m_rows.first(row) + incoming + m_rows.sliced(row);
        endInsertRows();
    }

    QList<Row> m_rows;
};

} // namespace slipway::look
