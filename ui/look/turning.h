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

/// The one timer behind everything that turns: a turn a second, twelve steps. It runs only while something that turns
/// is painted, and never with reduced motion.
class Turning final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static Turning &current();

    /// A widget (of a view: its viewport) has just painted something there that turns. That place is painted again at
    /// the next step, and so on for as long as it is there to be painted.
    void turnsAt(QWidget *widget, const QRect &place);

    /// Degrees, clockwise; 0 while nothing turns.
    [[nodiscard]] double angle() const { return m_step * 30.0; }
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

private:
    explicit Turning(QObject *parent);
    void step();
    void rest();

    QTimer m_timer;
    QList<std::pair<QPointer<QWidget>, QRect>> m_places; ///< since the last step
    int m_step = 0;
};

} // namespace slipway::look
