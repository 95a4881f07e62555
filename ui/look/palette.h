// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QPalette>

class QWidget;

namespace slipway::look
{

/// The palette of widgets that are not painted by us. Highlight is that of rows.
[[nodiscard]] QPalette palette(const Appearance &appearance);

/// The same for text fields, whose selection is in accent.
[[nodiscard]] QPalette fieldPalette(const Appearance &appearance);

/// Keeps a role of a widget's palette at a token, also when the scheme changes: `keepColor(label, QPalette::WindowText,
/// Token::TextMuted)`.
void keepColor(QWidget *widget, QPalette::ColorRole role, Token token);

/// Fills the widget with a surface: window, base or raised.
void keepSurface(QWidget *widget, Token token);

} // namespace slipway::look
