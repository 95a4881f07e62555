// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

namespace slipway::images
{

/// The reference as the branch has it, with tag and digest.
[[nodiscard]] QString referenceText(const workspace::Row &row);

/// One row gives its reference, several a table with tabs between.
[[nodiscard]] QString copied(const QList<const workspace::Row *> &rows, const workspace::Snapshot &snapshot,
                             const QDateTime &now);

/// A Markdown table. What would be markup is escaped.
[[nodiscard]] QString copiedAsMarkdown(const QList<const workspace::Row *> &rows, const workspace::Snapshot &snapshot,
                                       const QDateTime &now);

} // namespace slipway::images
