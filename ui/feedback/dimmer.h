// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace slipway::feedback
{

/// Dims a window with one flat colour while a dialog or the command palette stands above it; takes the clicks.
class Dimmer final : public QWidget
{
    Q_OBJECT

public:
    /// Covers the whole of `window` until it is destroyed or hidden.
    explicit Dimmer(QWidget *window);

Q_SIGNALS:
    void clicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace slipway::feedback
