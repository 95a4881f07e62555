// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace slipway::simulator::demo
{

/// What the deployment repository began with: path -> contents, images by tag alone.
[[nodiscard]] QMap<QString, QByteArray> firstFiles();

/// tools/compose.yaml, which came later.
[[nodiscard]] QByteArray toolsFile();

} // namespace slipway::simulator::demo
