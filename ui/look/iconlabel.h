// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QWidget>

#include <optional>

namespace slipway::look
{

/// An icon that stands beside words: it grows with the text and follows the scheme. It says nothing of its own.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// The size is that of a 13 px font: iconsize::row and its like.
    IconLabel(int size, Token token, QWidget *parent = nullptr);
    IconLabel(const QString &name, int size, Token token, QWidget *parent = nullptr);

    /// In the middle of a line of that text, for words that wrap: the icon stands beside the first line.
    void setBesideLine(Type type);
    void setIcon(const QString &name);
    void setIcon(const QString &name, Token token);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
    Token m_token;
    std::optional<Type> m_line = {};
};

} // namespace slipway::look
