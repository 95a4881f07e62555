// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <optional>

namespace slipway::yaml
{

/// The first thing in a text that keeps it from being YAML before any syntax is looked at: more than 16 MiB, a byte
/// that is no UTF-8, a control character. Source: YAML 1.2.2, 5.1 "Character Set", 5.2 "Character Encodings".
[[nodiscard]] std::optional<ParseError> unreadable(const QByteArray &text);

} // namespace slipway::yaml
