// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

namespace slipway::words
{

/// An image reference or path in that width: the middle goes first, the last part with its tag stays as long as it can.
[[nodiscard]] QString elidedReference(const QString &reference, const QFontMetrics &metrics, int width);

/// A name: the end goes.
[[nodiscard]] QString elidedName(const QString &name, const QFontMetrics &metrics, int width);

} // namespace slipway::words
