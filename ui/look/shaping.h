// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextLayout>

class QPaintDevice;

namespace slipway::look
{

/// A text in one line. A list measures and paints the same few hundred words again and again, and shaping them is most
/// of that work, so they are kept: a line is good until the next call of any of these. For the main thread.
[[nodiscard]] QTextLine shapedLine(const QString &text, const QFont &font, Qt::LayoutDirection direction,
                                   const QPaintDevice *device = nullptr);

/// The same, elided to that width.
[[nodiscard]] QTextLine elidedLine(const QString &text, const QFont &font, Qt::LayoutDirection direction,
                                   Qt::TextElideMode elide, int width, const QPaintDevice *device = nullptr);

/// How wide the whole text is, in whole pixels; as wide in either direction.
[[nodiscard]] int shapedWidth(const QString &text, const QFont &font);

} // namespace slipway::look
