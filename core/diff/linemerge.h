// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace slipway::diff
{

/// Two changes of the same text in one, line by line, as Git merges them; nothing if they are in conflict.
[[nodiscard]] std::optional<QByteArray> merged(const QByteArray &base, const QByteArray &ours,
                                               const QByteArray &theirs);

} // namespace slipway::diff
