// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

namespace slipway::words
{

/// The first seven characters of a digest, for a sentence or a table.
[[nodiscard]] QString shortDigest(const Digest &digest);

/// A version in a sentence: "1.4.2"; "latest d580323" where the tag alone does not tell; "d580323" without a tag.
[[nodiscard]] QString version(const workspace::ImageVersion &version);

/// "1.4.2 → 1.5.0"; where the tag stays, "latest d580323 → 7e5e913".
[[nodiscard]] QString versions(const workspace::ImageVersion &from, const workspace::ImageVersion &to);

} // namespace slipway::words
