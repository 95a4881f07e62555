// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/yaml/entry.h"

#include <optional>

namespace slipway::yaml
{

/// How a tree shall differ from another one, at one path.
struct TreeChange
{
    enum class Kind { Set, Append, Remove };

    Kind kind = Kind::Set;
    KeyPath path = {};
    QList<QByteArray> values = {}; ///< Set: one; Append: the items; each as YAML of its own
};

/// Whether the second tree is the first one with that change and no other: same documents, kinds, values, styles,
/// anchors, tags and order. Errors: InvalidInput, saying where they differ more.
[[nodiscard]] Result<> differsOnlyAs(const TreeChange &change, const Stream &before, const Stream &after);

} // namespace slipway::yaml
