// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/details.h"

/// A workspace as the demo shows it at its fixed time: ten services in every state, with their pull requests.
namespace slipway::images::harbour
{

/// Tuesday, 24 November 2026, 14:32 in Berlin.
[[nodiscard]] QDateTime now();

[[nodiscard]] workspace::Snapshot snapshot();

/// So many generated rows in all states, for what is measured.
[[nodiscard]] workspace::Snapshot manyRows(int count, unsigned seed = 1);

/// A text that wants to be markup, a shortcut, from right to left, and 300 characters long.
[[nodiscard]] QString hostileText();
[[nodiscard]] workspace::Snapshot hostileRows();

/// Versions, commits and labels of a row of snapshot().
[[nodiscard]] workspace::Details details(const workspace::RowKey &key);

} // namespace slipway::images::harbour
