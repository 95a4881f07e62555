// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace slipway
{

/// The known word that somebody most likely meant by `word`: one that begins with it, or one that a few letters more,
/// less or other make of it. Nothing if none is near.
[[nodiscard]] std::optional<QString> nearest(const QString &word, const QStringList &known);

} // namespace slipway
