// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

namespace slipway::yaml
{

enum class ScalarType : quint8 { Text, Null, Bool, Number, Date };

/// What a scalar is for a program that reads the file: quotes, blocks and the tag !!str make a text; a plain one is
/// what it looks like (`1.10` is a number). Source: YAML 1.2.2, 10.3.2 "Tag Resolution"; dates, `0b1` and `1_000` as
/// Compose's reader (go-yaml v3) takes them.
[[nodiscard]] ScalarType typeOf(const Node &scalar);

} // namespace slipway::yaml
