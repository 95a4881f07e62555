// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

class QWidget;

namespace slipway::desktop::tour
{

/// A window as a person sees it, with the dialogs and menus over it.
[[nodiscard]] QImage pictureOf(QWidget &window);

/// Paints every screen in every state into a folder, as SCREEN-STATE-{light,dark}[-SIZE].png, each once its scene says
/// that it is settled. Returns the exit status.
[[nodiscard]] int paintTour(const QString &folder);

} // namespace slipway::desktop::tour
