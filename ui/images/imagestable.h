// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/columnactions.h"
#include "ui/images/columns.h"

#include <QTreeView>

#include <optional>
#include <set>

namespace slipway::images
{

/// The table of the Images screen. Its rows, scroll position and columns stay where they are while snapshots come.
class ImagesTable final : public QTreeView
{
    Q_OBJECT

public:
    explicit ImagesTable(ImagesProxy *rows, QWidget *parent = nullptr);

    /// A snapshot in the model, without anything jumping: the current row, or else the first that is seen, stays where
    /// it is on the screen.
    void apply(const workspace::Snapshot &snapshot);
    void setInterval(std::chrono::seconds interval);

    [[nodiscard]] std::optional<workspace::RowKey> currentKey() const;
    void setCurrentKey(const workspace::RowKey &key);
    /// The first row; it is the one that needs a person most.
    void goToFirst();
    void goToLast();
    void goBy(int rows);

    void tickCurrent();
    void tickAll();

    [[nodiscard]] const look::Fading &fading() const { return *m_fading; }
    [[nodiscard]] Columns *columns() const { return m_columns; }

    void keyboardSearch(const QString & /*search*/) override {} // letters are keys of actions

Q_SIGNALS:
    void currentKeyChanged();
    void opened();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const override;
    void drawBranches(QPainter * /*painter*/, const QRect & /*rect*/, const QModelIndex & /*index*/) const override {}
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    bool viewportEvent(QEvent *event) override;

private:
    void buildHeader();
    void dress();
    void openGroups();
    void toggle(const QModelIndex &group);
    [[nodiscard]] QModelIndex anchor() const;
    void showColumnMenu(QPoint at);

    ImagesProxy *m_rows;
    ImagesDelegate *m_delegate;
    look::Fading *m_fading;
    QList<workspace::RowKey> m_changed; ///< whose state a snapshot changes, while it comes in
    Columns *m_columns = nullptr;
    ColumnActions *m_columnActions = nullptr;
    std::set<QString> m_folded; ///< groups
};

} // namespace slipway::images
