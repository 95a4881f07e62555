// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QIcon>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;

namespace slipway::look
{

/// An icon of our own set (resources/icons/symbolic) for actions, buttons and views. It is rendered at the exact device
/// size, in textSecondary, text when active, accentText when selected, textDisabled when disabled; or, while enabled,
/// in the one colour given. It follows the scheme.
[[nodiscard]] QIcon icon(const QString &name, std::optional<Token> tint = {});

/// Paints it, for delegates and styles. Names that point somewhere are mirrored when the painter writes right to left.
void paintIcon(QPainter &painter, const QRectF &box, const QString &name, const QColor &color);

/// state-progress, turned by what Turning says, and at its next step again.
void paintTurning(QPainter &painter, const QRectF &box, const QColor &color);

/// Is there such an icon? A test holds all names that are used against this.
[[nodiscard]] bool hasIcon(const QString &name);

/// Sizes at a 13 px font.
namespace iconsize
{
inline constexpr int dense = 14; ///< chips, buttons
inline constexpr int row = 16;
inline constexpr int card = 20;
inline constexpr int empty = 24;
} // namespace iconsize

} // namespace slipway::look
