// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>

class QPainter;

namespace slipway::look
{

/// The rows of a view that have just changed: each fades from accentTint once, in 150 ms. With reduced motion none
/// does, and nothing wakes the program.
class Fading final : public QObject
{
    Q_OBJECT

public:
    explicit Fading(QAbstractItemView *view);

    /// The row of that index, as the view's model has it; one that is not seen does not fade.
    void begin(const QModelIndex &row);
    /// From 1, when it has just begun, to 0.
    [[nodiscard]] double strength(const QModelIndex &index) const;
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

    /// Over the ground of a cell, below what it says.
    void paint(QPainter &painter, const QRect &cell, const QModelIndex &index) const;

private:
    struct Row
    {
        QPersistentModelIndex index; ///< in the first column
        qint64 begun;                ///< ms of m_clock
    };
    void step();
    void updateRow(const QModelIndex &index);

    QPointer<QAbstractItemView> m_view;
    QList<Row> m_rows;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace slipway::look
