// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/actionbutton.h"

#include "ui/look/icons.h"
#include "ui/words/plain.h"

#include <QAction>

namespace slipway::look
{

namespace
{

void follow(QAbstractButton *button, QAction *action)
{
    QObject::connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
}

} // namespace

QAction *makeAction(const QString &id, const QString &text, const QString &iconName, QObject *parent)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(id);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setProperty("iconName", iconName); // for the command palette
    return action;
}

QPushButton *actionButton(QAction *action, ButtonRole role, QWidget *parent, const QString &words)
{
    auto *button = makeButton(words.isEmpty() ? action->text() : words, {}, role, parent);
    if (role != ButtonRole::Link && role != ButtonRole::Flat)
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
    auto *button = makeIconButton(icon, name, parent);
    follow(button, action);
    const auto judge = [button, action, usual = button->toolTip()] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->isEnabled() ? usual : action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, judge);
    judge();
    return button;
}

void allow(QAction *action, const QString &reasonAgainst)
{
    action->setEnabled(reasonAgainst.isEmpty());
    action->setProperty("reason", reasonAgainst);
    action->setToolTip(reasonAgainst.isEmpty() ? QString{} : words::tooltip(reasonAgainst));
}

} // namespace slipway::look
