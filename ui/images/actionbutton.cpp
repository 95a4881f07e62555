// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/images/actionbutton.h"

#include <QAction>

namespace slipway::images
{

namespace
{

void follow(QAbstractButton *button, QAction *action)
{
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
}

} // namespace

QPushButton *actionButton(QAction *action, look::ButtonRole role, QWidget *parent, const QString &words)
{
    auto *button = look::makeButton(words.isEmpty() ? action->text() : words, {}, role, parent);
    if (role != look::ButtonRole::Link && role != look::ButtonRole::Flat)
        button->setIcon(action->icon());
    follow(button, action);
    const auto judge = [button, action, words] {
        if (words.isEmpty())
            button->setText(action->text());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->isEnabled() ? QString{} : action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, judge);
    judge();
    return button;
}

QToolButton *actionIconButton(QAction *action, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = look::makeIconButton(icon, name, parent);
    follow(button, action);
    const auto judge = [button, action, usual = button->toolTip()] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->isEnabled() ? usual : action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, judge);
    judge();
    return button;
}

} // namespace slipway::images
