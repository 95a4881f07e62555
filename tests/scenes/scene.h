// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

class QWidget;

namespace slipway::test
{

/// The widget as it is painted when its layout has settled. With SLIPWAY_SCENES=FOLDER the picture is kept there, as
/// NAME.png; QT_SCALE_FACTOR chooses the scale.
[[nodiscard]] QImage grabbed(QWidget &widget, const QString &name);

/// The texts of all buttons and labels that have less room than they ask for, and are not made to be elided.
[[nodiscard]] QStringList cutWords(const QWidget &widget);

} // namespace slipway::test
