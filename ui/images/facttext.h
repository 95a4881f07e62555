// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/heights.h"
#include "ui/look/paragraph.h"
#include "ui/look/theme.h"

#include <QWidget>

namespace slipway::images
{

/// A value with a remark behind it in another colour, as one text that wraps: "24 Nov, 14:05 · 27 min ago".
class FactText final : public QWidget
{
    Q_OBJECT

public:
    explicit FactText(QWidget *parent = nullptr);

    /// Plain texts. The aside brings its own separator.
    void show(const QString &value, const QString &aside, look::Token asideToken);

    /// Of one line: as high as a link beside it.
    [[nodiscard]] static int lineHeight();

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] look::Paragraph laidOut(int width) const;
    [[nodiscard]] int above() const;

    QString m_value;
    QString m_aside;
    look::Token m_asideToken = look::Token::TextMuted;
    mutable look::Heights m_heights;
};

} // namespace slipway::images
