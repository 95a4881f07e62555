// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace slipway::ctl
{

/// Text from outside as it may be printed: control characters, escape sequences, direction marks and invisible or
/// unassigned characters are written out (`\x1b`, `\u{202e}`), half of a surrogate pair is U+FFFD, all others stay.
[[nodiscard]] QString visible(QStringView text);

/// How many cells of a terminal this takes: wide characters two, combining marks none.
[[nodiscard]] int cells(QStringView text);

/// At most `width` cells: if it is longer, the middle gives way to `ellipsis`.
[[nodiscard]] QString shortened(const QString &text, int width, QStringView ellipsis);

/// Filled up with blanks at its end to `width` cells.
[[nodiscard]] QString padded(const QString &text, int width);

/// Broken at blanks into lines of at most `width` cells; a longer word is cut. An empty text has no lines.
[[nodiscard]] QStringList wrapped(QStringView text, int width);

} // namespace slipway::ctl
