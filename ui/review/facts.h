// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/summary.h"

namespace slipway::review
{

/// Checks, provenance, risk, mergeability: the four things to know before merging.
[[nodiscard]] QList<FactLine> factsOf(const Change &change, const workspace::Snapshot &snapshot,
                                      const std::optional<workspace::Preview> &preview, const QDateTime &now);

/// The risks as a message; nothing where there are none.
[[nodiscard]] std::optional<Warning> warningOf(const workspace::Preview &preview, const workspace::Snapshot &snapshot);

} // namespace slipway::review
