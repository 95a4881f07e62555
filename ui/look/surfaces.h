// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace slipway::look
{

/// A line of one pixel between two surfaces or sections.
class Line final : public QWidget
{
    Q_OBJECT

public:
    explicit Line(Qt::Orientation orientation, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
};

/// A rounded box for things that are compared: metrics, choices.
class Card final : public QWidget
{
    Q_OBJECT

public:
    explicit Card(Token ground = Token::Base, Token line = Token::Border, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_ground;
    Token m_line;
};

} // namespace slipway::look
