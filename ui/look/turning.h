// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <QTimer>

class QWidget;

namespace slipway::look
{

/// The one timer behind everything that turns: a turn a second, twelve steps. It runs only while a watched widget can
/// be seen or something that turns is painted, and never with reduced motion.
class Turning final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static Turning &current();

    /// Paints the whole widget at each step, until it is destroyed or no longer watched.
    void watch(QWidget *widget);
    void forget(QWidget *widget);
    /// A widget (of a view: its viewport) has just painted something there that turns: that is painted again at the
    /// next step, and so on while it is there to be painted.
    void turnsAt(QWidget *widget, const QRect &place);

    /// Degrees, clockwise; 0 while nothing turns.
    [[nodiscard]] double angle() const { return m_step * 30.0; }
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit Turning(QObject *parent);
    void decide();
    void step();

    QTimer m_timer;
    QList<QPointer<QWidget>> m_watched;
    QList<std::pair<QPointer<QWidget>, QRect>> m_places; ///< since the last step
    int m_step = 0;
};

} // namespace slipway::look
