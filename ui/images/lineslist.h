// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/images/lines.h"

#include <QAbstractListModel>
#include <QListView>

namespace slipway::images
{

class LinesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void apply(const QList<Line> &next);
    [[nodiscard]] const Line &at(const QModelIndex &index) const { return m_lines.at(index.row()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Line> m_lines;
};

/// Lines under each other; what is chosen can be copied whole.
class LinesList final : public QListView
{
    Q_OBJECT

public:
    explicit LinesList(const QString &name, QWidget *parent = nullptr);

    /// Keeps the place where somebody reads.
    void show(const QList<Line> &lines);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    LinesModel m_model;
};

} // namespace slipway::images
