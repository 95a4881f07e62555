// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace slipway::images
{

/// A small icon in the line of a text.
class IconMark final : public QWidget
{
    Q_OBJECT

public:
    explicit IconMark(QWidget *parent = nullptr);
    void show(const QString &icon, look::Token token);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    look::Token m_token = look::Token::TextSecondary;
};

} // namespace slipway::images
