// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>

#include <functional>

class QMenu;
class QWidget;

namespace slipway::window
{

/// How the window's actions and those of its screens are known: by their object name ("images.review"). A screen adds
/// its own to itself, with the context Qt::WidgetWithChildrenShortcut.
struct Command
{
    const char *id;
    QString text;
    QList<QKeySequence> keys = {};
    QString icon = {};
    bool isCheckable = false;
};

/// Makes an action of the window, which fires wherever the focus is, also when the menu bar is hidden.
QAction *addCommand(QWidget &window, const Command &command, std::function<void()> run);

/// The action of that name among the window's and its screens'; null if there is none.
[[nodiscard]] QAction *findCommand(const QWidget &window, const QString &id);

/// Keys of a view, for people: every action of a widget that has a shortcut, one under the other.
void showKeys(QWidget &window, const QString &title, const QList<QAction *> &actions);

} // namespace slipway::window
