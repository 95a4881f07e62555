// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/snapshotmodel.h"
#include "ui/review/changes.h"

#include <QListView>
#include <QStyledItemDelegate>

#include <optional>
#include <set>

namespace slipway::review
{

/// A heading, or a change below it.
struct Entry
{
    struct Key
    {
        Group group = {};
        bool isChange = false;
        Change::Key change;

        auto operator<=>(const Key &) const = default;
    };

    Key key;
    int count = 0;                     ///< of a heading: the changes below it
    std::optional<Change> change = {}; ///< nothing: a heading

    bool operator==(const Entry &) const = default;
};

class ChangeListModel final : public look::SnapshotModel<Entry>
{
    Q_OBJECT

public:
    using SnapshotModel::SnapshotModel;

    void show(const QList<Change> &changes, const QString &filter);
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return 1; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Ids of changes that are ticked for one pull request.
    std::set<QString> ticked;
};

/// The list of changes, in groups. Only what is not opened yet can be ticked.
class ChangeList final : public QListView
{
    Q_OBJECT

public:
    explicit ChangeList(QWidget *parent = nullptr);

    void show(const QList<Change> &changes);
    void setFilter(const QString &filter);
    [[nodiscard]] const Change *current() const;
    /// As soon as it stands here, unless another one was chosen by then.
    void choose(const QString &id);
    /// Rows of the ticked changes, else those of the current one, if it is not opened yet.
    [[nodiscard]] QList<workspace::RowKey> ticked() const;
    [[nodiscard]] bool isEmpty() const;

    using QListView::show;

Q_SIGNALS:
    void chosen();

protected:
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;

private:
    void addKeys();
    void tickCurrent();
    void untickAll();
    void allow(); ///< what can be done now
    void update(const QString &chosenBefore);
    void takeIn(const QString &chosen);
    bool select(const QString &id);
    void chooseFrom(int row, int step);

    ChangeListModel m_model;
    QAction *m_tick;
    QAction *m_untick;
    QList<Change> m_changes;
    QString m_filter;
    bool m_isUpdating = false;
    QString m_awaited; ///< the id of a change that is not there yet
};

} // namespace slipway::review
