// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QToolButton>

namespace slipway::look
{

/// How much a button asks for. One Primary on the window; Destructive only in a dialog that names the thing.
enum class ButtonRole { Secondary, Primary, Flat, Destructive, Link };

void setRole(QAbstractButton *button, ButtonRole role);
[[nodiscard]] ButtonRole roleOf(const QWidget *button);

/// 26 instead of 30 high.
void setSmall(QAbstractButton *button);
[[nodiscard]] bool isSmall(const QWidget *button);

/// The icon is one of our own set, or none. Text may hold `&` only as a mnemonic; names from outside go through
/// words::inControl().
[[nodiscard]] QPushButton *makeButton(const QString &text, const QString &iconName = {},
                                      ButtonRole role = ButtonRole::Secondary, QWidget *parent = nullptr);

/// An icon alone, flat; the name is its tooltip, with the shortcut, and its accessible name.
[[nodiscard]] QToolButton *makeIconButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);

/// Disabled with the reason as its tooltip, or enabled when there is none.
void allow(QAbstractButton *button, const QString &reasonAgainst);

/// A button that shows that its work is under way: a turning icon, and its words in the continuous form ("Merging…").
/// It is as wide as the longer of both.
class BusyButton final : public QPushButton
{
    Q_OBJECT

public:
    BusyButton(const QString &text, const QString &busyText, const QString &iconName, ButtonRole role,
               QWidget *parent = nullptr);

    void setTexts(const QString &text, const QString &busyText);
    void start();
    void stop();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    QString m_text;
    QString m_busyText;
    QString m_icon;
    bool m_isBusy = false;
};

} // namespace slipway::look
