// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

namespace slipway::images
{

/// The reference as the branch has it, with tag and digest.
[[nodiscard]] QString referenceText(const workspace::Row &row);

/// One row gives its reference, several (and one without a reference) a table with tabs between.
[[nodiscard]] QString copied(const QList<const workspace::Row *> &rows, const workspace::Snapshot &snapshot,
                             const QDateTime &now);

/// A Markdown table. What would be markup is escaped.
[[nodiscard]] QString copiedAsMarkdown(const QList<const workspace::Row *> &rows, const workspace::Snapshot &snapshot,
                                       const QDateTime &now);

enum class Format { Csv, Markdown };

/// All rows as a file: a Markdown table, or one for spreadsheets (RFC 4180, UTF-8 with its mark), in which no cell is
/// taken for a formula.
[[nodiscard]] QByteArray exported(Format format, const QList<const workspace::Row *> &rows,
                                  const workspace::Snapshot &snapshot, const QDateTime &now);

} // namespace slipway::images
