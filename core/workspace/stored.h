// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

namespace slipway::workspace
{

/// A snapshot as bytes for the store, so that it is painted before any request at the next start. Who is signed in,
/// what went wrong and the budget are of one run, and left out.
[[nodiscard]] QByteArray toBytes(const Snapshot &snapshot);

/// Nothing if the bytes are those of another version of the program, or damaged.
[[nodiscard]] std::optional<Snapshot> snapshotFrom(const QByteArray &bytes);

} // namespace slipway::workspace
