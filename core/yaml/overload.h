// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <optional>

namespace slipway::yaml
{

/// What no honest file has and libfyaml 0.8 takes too long or too much memory for: it keeps all tokens of a line that
/// has a bracket, and compares each %TAG with all before it.
[[nodiscard]] std::optional<ParseError> overload(QByteArrayView text);

/// How long libfyaml takes to make the value of a scalar with blank lines, in about nanoseconds: the square of the
/// bytes in each run of them.
[[nodiscard]] qint64 blankLinesCost(QByteArrayView scalar);

} // namespace slipway::yaml
