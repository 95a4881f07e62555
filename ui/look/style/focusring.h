// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace slipway::look
{

/// The ring around a button or choice that the keyboard has brought the focus to: 2 px wide, 2 px outside of it.
/// Fields, tabs and rows show the focus themselves, inside.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent);

    /// How far it reaches beyond the widget, at any text size.
    static constexpr int reach = 4;

    /// Did the last input come from the keyboard?
    [[nodiscard]] static bool keyboardLeads();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget *widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace slipway::look
