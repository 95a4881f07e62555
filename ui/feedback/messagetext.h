// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/heights.h"
#include "ui/look/paragraph.h"

#include <QWidget>

namespace slipway::feedback
{

/// An icon, then bold words and plain ones that go on in the same line, or below a heading. Wraps; plain text.
class MessageText final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageText(QWidget *parent = nullptr);

    void show(const QString &icon, const QColor &iconColor, const QString &what, const QString &more);

    [[nodiscard]] static int indent(); ///< where the words begin, after the icon

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] look::Paragraph laidOut(double width) const;
    [[nodiscard]] QString text() const;

    QString m_icon;
    QColor m_iconColor;
    QString m_what;
    QString m_more;
    mutable look::Heights m_heights;
};

} // namespace slipway::feedback
