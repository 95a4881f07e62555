// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <optional>

namespace slipway::yaml
{

/// The first key of a mapping that is there already, and the one before it. Keys are the same if their values are, as
/// for Compose; keys that are collections are not compared. Takes linear time.
struct DuplicateKey
{
    NodeId first;
    NodeId second;
};
[[nodiscard]] std::optional<DuplicateKey> duplicateKey(const Stream &stream, NodeId mapping);

} // namespace slipway::yaml
