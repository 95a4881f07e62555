// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/summary.h"

#include <QWidget>

namespace slipway::review
{

/// Facts side by side: icon, what, and below it why or since when. In a narrow page they stand in two rows.
class FactView final : public QWidget
{
    Q_OBJECT

public:
    explicit FactView(QWidget *parent = nullptr);

    void show(const QList<FactLine> &facts);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int columnsFor(int width) const;
    [[nodiscard]] QRect boxOf(qsizetype fact) const;

    QList<FactLine> m_facts;
};

} // namespace slipway::review
