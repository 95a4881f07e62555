// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/cellwords.h"

#include <QAbstractItemModel>

#include <memory>
#include <set>
#include <vector>

namespace slipway::images
{

/// Rows below the registry and owner that their image comes from. What stays keeps its index, so that selection,
/// scroll position and an open menu survive a new snapshot; groups and rows are sorted by key here, and by need in a
/// proxy.
class ImagesModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    explicit ImagesModel(QObject *parent = nullptr);
    ~ImagesModel() override;

    void apply(const workspace::Snapshot &next);
    /// What "27 min ago" is counted from. Rows do not change by it: who shows ages paints again.
    void setNow(const QDateTime &now) { m_now = now; }

    [[nodiscard]] const workspace::Snapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] const QDateTime &now() const { return m_now; }

    /// Null for a group.
    [[nodiscard]] const workspace::Row *rowAt(const QModelIndex &index) const;
    /// Empty for a row.
    [[nodiscard]] QString groupAt(const QModelIndex &index) const;
    /// The state of a group's row that needs a person most.
    [[nodiscard]] workspace::State worstAt(const QModelIndex &group) const;
    [[nodiscard]] QModelIndex indexOf(const workspace::RowKey &key, Column column = Column::State) const;

    [[nodiscard]] const std::set<workspace::RowKey> &ticked() const { return m_ticked; }
    void tick(const QList<workspace::RowKey> &keys, bool isTicked); ///< those that there are
    void untickAll();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void ticksChanged();
    /// A row was in one state and is now in another; the first word on a row is none.
    void stateChanged(const slipway::workspace::RowKey &key);

private:
    struct Group;
    void applyGroups(const QStringList &names);
    bool applyRows(Group &group, const QList<const workspace::Row *> &rows);
    void dropTicks();
    void paintTicks();

    workspace::Snapshot m_snapshot;
    QDateTime m_now;
    std::vector<std::unique_ptr<Group>> m_groups; ///< by name
    std::set<workspace::RowKey> m_ticked;
};

/// Where an image comes from: registry and owner, "ghcr.io/acme"; a name of its own where no image can be read.
[[nodiscard]] QString groupOf(const ImageRepository &repository);

} // namespace slipway::images
