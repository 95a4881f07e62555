// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace slipway::firststart
{

/// One of two ways in: what it is, three things to know, its button.
class Card final : public QWidget
{
    Q_OBJECT

public:
    static constexpr double wide = 340; ///< at a 13 px font
    static constexpr double narrow = 260;

    Card(const QString &icon, const QString &title, const QString &text, QWidget *parent);

    void addPoint(const QString &text);
    void addButton(QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_rows;
};

} // namespace slipway::firststart
