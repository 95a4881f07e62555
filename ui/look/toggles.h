// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>

namespace slipway::look
{

/// A saved view: its name and how many rows it shows. One of several; put them into an exclusive QButtonGroup.
class ViewButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ViewButton(const QString &name, QWidget *parent = nullptr);

    void setCount(int count);
    void hideCount();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_count;
};

/// A few icons in one frame, one of them chosen: unified or side by side.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(QWidget *parent = nullptr);

    /// The name is the tooltip and the accessible name. Returns its number, from 0.
    int add(const QString &iconName, const QString &name);
    void choose(int number);
    [[nodiscard]] int chosen() const { return m_group.checkedId(); }
    [[nodiscard]] QAbstractButton *segment(int number) const { return m_group.button(number); }

Q_SIGNALS:
    void chosenChanged(int number);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup m_group;
};

} // namespace slipway::look
