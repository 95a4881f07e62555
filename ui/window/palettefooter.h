// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace slipway::window
{

/// The keys of the command palette, at its bottom.
class PaletteFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit PaletteFooter(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace slipway::window
