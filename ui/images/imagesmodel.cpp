// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/imagesmodel.h"

#include "ui/images/cellwords.h"
#include "ui/images/text.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Row;
using workspace::RowKey;
using workspace::Snapshot;
using workspace::State;

/// Its address stands in the indexes of its rows: it stays where it is while groups come and go around it.
struct ImagesModel::Group
{
    QString name;
    QList<Row> rows;

    [[nodiscard]] State worst() const { return std::ranges::min(rows, {}, &Row::state).state; }
};

namespace
{

/// The pull requests as they concern a row.
bool sawChange(const Row &row, const Snapshot &before, const Snapshot &after)
{
    return std::ranges::any_of(row.pullRequests, [&](int number) {
        const auto *old = before.find(number);
        const auto *now = after.find(number);
        return (old == nullptr) != (now == nullptr) || (old && *old != *now);
    });
}

} // namespace

QString groupOf(const ImageRepository &repository)
{
    if (repository.registry.isEmpty())
        return Text::tr("No image that can be read");
    const auto owner = repository.path.section(u'/', 0, 0);
    return owner == repository.path ? repository.registry : QString{repository.registry + u'/' + owner};
}

ImagesModel::ImagesModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

ImagesModel::~ImagesModel() = default;

void ImagesModel::apply(const Snapshot &next)
{
    const auto last = std::exchange(m_snapshot, next);
    QMap<QString, QList<const Row *>> incoming;
    for (const auto &row : std::as_const(m_snapshot.rows))
        incoming[groupOf(row.image.repository)].append(&row);

    applyGroups(incoming.keys());
    for (const auto &group : std::as_const(m_groups)) {
        const bool hasChanged = applyRows(*group, incoming.value(group->name));
        for (int i = 0; i < group->rows.size(); ++i) {
            if (sawChange(group->rows.at(i), last, m_snapshot))
                Q_EMIT dataChanged(createIndex(i, 0, group.get()),
                                   createIndex(i, images::columnCount - 1, group.get()));
        }
        // Also where its worst row is as bad as before: in between a proxy may have sorted it by another.
        const auto at = static_cast<int>(&group - m_groups.data());
        if (hasChanged)
            Q_EMIT dataChanged(index(at, 0), index(at, images::columnCount - 1));
    }
    dropTicks();
}

/// Groups that go take their rows along; those that come are empty at first.
void ImagesModel::applyGroups(const QStringList &names)
{
    for (int i = static_cast<int>(m_groups.size()) - 1; i >= 0; --i) {
        if (!names.contains(m_groups[static_cast<size_t>(i)]->name)) {
            beginRemoveRows({}, i, i);
            m_groups.erase(m_groups.begin() + i);
            endRemoveRows();
        }
    }
    for (int i = 0; i < names.size(); ++i) {
        if (i < static_cast<int>(m_groups.size()) && m_groups[static_cast<size_t>(i)]->name == names.at(i))
            continue;
        beginInsertRows({}, i, i);
        m_groups.insert(m_groups.begin() + i, std::make_unique<Group>(names.at(i)));
        endInsertRows();
    }
}

/// Both lists are sorted by key. Whether anything is other than before.
bool ImagesModel::applyRows(Group &group, const QList<const Row *> &next)
{
    const auto parent = index(
        static_cast<int>(std::ranges::find(m_groups, &group, &std::unique_ptr<Group>::get) - m_groups.begin()), 0);
    auto &rows = group.rows;
    bool hasChanged = false;
    const auto removeFrom = [&](int at, const auto &goes) {
        int end = at;
        while (end < rows.size() && goes(rows.at(end)))
            ++end;
        if (end == at)
            return;
        beginRemoveRows(parent, at, end - 1);
        rows.remove(at, end - at);
        endRemoveRows();
        hasChanged = true;
    };
    int at = 0;
    for (qsizetype i = 0; i < next.size();) {
        removeFrom(at, [&](const Row &mine) { return mine.key < next.at(i)->key; });
        if (at < rows.size() && rows.at(at).key == next.at(i)->key) {
            if (rows.at(at) != *next.at(i)) {
                const auto before = std::exchange(rows[at], *next.at(i)).state;
                hasChanged = true;
                Q_EMIT dataChanged(index(at, 0, parent), index(at, images::columnCount - 1, parent));
                if (before != next.at(i)->state && before != State::Checking && before != State::NotChecked)
                    Q_EMIT stateChanged(next.at(i)->key);
            }
            ++at, ++i;
            continue;
        }
        auto end = i;
        while (end < next.size() && (at == rows.size() || next.at(end)->key < rows.at(at).key))
            ++end;
        beginInsertRows(parent, at, at + static_cast<int>(end - i) - 1);
        rows.insert(at, end - i, Row{});
        std::ranges::transform(next.sliced(i, end - i), rows.begin() + at, [](const Row *row) { return *row; });
        endInsertRows();
        hasChanged = true;
        at += static_cast<int>(end - i);
        i = end;
    }
    removeFrom(at, [](const Row &) { return true; });
    return hasChanged;
}

const Row *ImagesModel::rowAt(const QModelIndex &index) const
{
    const auto *group = static_cast<const Group *>(index.internalPointer());
    return index.isValid() && group ? &group->rows.at(index.row()) : nullptr;
}

QString ImagesModel::groupAt(const QModelIndex &index) const
{
    return index.isValid() && !index.internalPointer() ? m_groups[static_cast<size_t>(index.row())]->name : QString{};
}

State ImagesModel::worstAt(const QModelIndex &group) const
{
    const auto &rows = m_groups[static_cast<size_t>(group.row())]->rows;
    return rows.isEmpty() ? State::UpToDate : m_groups[static_cast<size_t>(group.row())]->worst();
}

QModelIndex ImagesModel::indexOf(const RowKey &key, Column column) const
{
    for (const auto &group : m_groups) {
        const auto found = std::ranges::lower_bound(group->rows, key, {}, &Row::key);
        if (found != group->rows.end() && found->key == key)
            return createIndex(static_cast<int>(found - group->rows.begin()), static_cast<int>(column), group.get());
    }
    return {};
}

void ImagesModel::tick(const QList<RowKey> &keys, bool isTicked)
{
    const auto had = m_ticked.size();
    for (const auto &key : keys) {
        if (!isTicked)
            m_ticked.erase(key);
        else if (m_snapshot.find(key))
            m_ticked.insert(key);
    }
    if (m_ticked.size() != had)
        paintTicks();
}

void ImagesModel::untickAll()
{
    if (m_ticked.empty())
        return;
    m_ticked.clear();
    paintTicks();
}

void ImagesModel::dropTicks()
{
    if (std::erase_if(m_ticked, [&](const RowKey &key) { return !m_snapshot.find(key); }) > 0)
        paintTicks();
}

/// Once anything is ticked, every row shows a box: so all of them change.
void ImagesModel::paintTicks()
{
    for (const auto &group : std::as_const(m_groups)) {
        if (!group->rows.isEmpty())
            Q_EMIT dataChanged(createIndex(0, 0, group.get()),
                               createIndex(static_cast<int>(group->rows.size()) - 1, 0, group.get()),
                               {Qt::CheckStateRole});
    }
    Q_EMIT ticksChanged();
}

QModelIndex ImagesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_groups[static_cast<size_t>(parent.row())].get() : nullptr);
}

QModelIndex ImagesModel::parent(const QModelIndex &child) const
{
    const auto *group = static_cast<const Group *>(child.internalPointer());
    if (!child.isValid() || !group)
        return {};
    const auto found = std::ranges::find(m_groups, group, &std::unique_ptr<Group>::get);
    return createIndex(static_cast<int>(found - m_groups.begin()), 0, nullptr);
}

int ImagesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalPointer() || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<size_t>(parent.row())]->rows.size());
}

int ImagesModel::columnCount(const QModelIndex & /*parent*/) const
{
    return images::columnCount;
}

QVariant ImagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    const auto *row = rowAt(index);
    if (!row)
        return column == Column::State && role == Qt::DisplayRole ? groupAt(index) : QVariant{};
    switch (role) {
    case Qt::DisplayRole: return cellText(*row, column, m_snapshot, m_now);
    case Qt::ToolTipRole: return cellTooltip(*row, column, m_snapshot, m_now);
    case Qt::AccessibleTextRole:
        return column == Column::State ? rowSentence(*row, m_snapshot, m_now)
                                       : cellText(*row, column, m_snapshot, m_now);
    case Qt::CheckStateRole:
        return column == Column::State && !m_ticked.empty()
                   ? QVariant{m_ticked.contains(row->key) ? Qt::Checked : Qt::Unchecked}
                   : QVariant{};
    default: return {};
    }
}

QVariant ImagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= images::columnCount)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole && column == Column::Updated)
        return {Qt::AlignRight | Qt::AlignVCenter}; // as the ages below it
    return role == Qt::DisplayRole ? QVariant{columnName(column)} : QVariant{};
}

Qt::ItemFlags ImagesModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractItemModel::flags(index);
    return rowAt(index) ? flags | Qt::ItemNeverHasChildren : flags;
}

} // namespace slipway::images
