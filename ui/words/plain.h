// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>

/// Names from outside are plain text, wherever they are shown.
namespace slipway::words
{

/// For the text of a button, an action or a tab: `&` is doubled, so that no letter is underlined.
[[nodiscard]] QString inControl(QString text);

/// For a tooltip: markup is shown as it is written, lines stay lines.
[[nodiscard]] QString tooltip(const QString &text);

/// For what a key does too: the name, and the key as this platform writes it, "Check now (F5)".
[[nodiscard]] QString tooltip(const QString &name, const QKeySequence &keys);

/// Bidi, zero-width and control characters as their code point, "⟨U+202E⟩"; line breaks and tabs stay.
[[nodiscard]] QString visible(const QString &text);

/// A sentence that a terminal reads too, for a window: “image” for what stands in backticks; and as visible().
[[nodiscard]] QString prose(const QString &text);

/// Is there anything that visible() would show?
[[nodiscard]] bool hasHidden(QStringView text);

/// Keeps a version, reference or path left to right inside any sentence (U+2066 … U+2069).
[[nodiscard]] QString isolated(const QString &text);

} // namespace slipway::words
