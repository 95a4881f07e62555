// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/buttons.h"

class QAction;

namespace slipway::look
{

/// An action by the name under which menus, palette and shortcuts know it ("images.review"), with one of our icons or
/// none.
[[nodiscard]] QAction *makeAction(const QString &id, const QString &text, const QString &iconName, QObject *parent);

/// A button that does what the action does, may be pressed when it may, and says why not when it may not.
/// Without words of its own it has the action's.
[[nodiscard]] QPushButton *actionButton(QAction *action, ButtonRole role, QWidget *parent, const QString &words = {});

/// Disabled with the reason, which its buttons, menus and the palette tell, or enabled when there is none.
void allow(QAction *action, const QString &reasonAgainst);

/// The icon of the action alone.
[[nodiscard]] QToolButton *actionIconButton(QAction *action, const QString &icon, const QString &name, QWidget *parent);

} // namespace slipway::look
