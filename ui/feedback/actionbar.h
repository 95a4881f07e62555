// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace slipway::look
{
class IconLabel;
class Label;
} // namespace slipway::look

namespace slipway::feedback
{

/// The bar at the bottom of a page: what the page rests on at the start, its buttons at the end, the primary one last.
class ActionBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    /// The hashes in it stand in the fixed font.
    void setFact(const QString &icon, const QString &fact, const QStringList &hashes = {});
    void addButton(QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();

    look::IconLabel *m_icon;
    look::Label *m_fact;
    QHBoxLayout *m_row;
};

} // namespace slipway::feedback
