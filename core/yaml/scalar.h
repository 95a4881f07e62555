// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <libfyaml.h>

namespace slipway::yaml
{

/// A node that begins where a mark of libfyaml is.
[[nodiscard]] Node placed(const fy_mark &mark);

/// A scalar with its exact place and style. Where its bytes are its value, the value is a view of the text; else it is
/// put into `memory`.
[[nodiscard]] Node scalarNode(QByteArrayView text, fy_token *token, std::pmr::memory_resource &memory);

/// The token's text as libfyaml resolves it, put into `memory`.
[[nodiscard]] QByteArrayView textOf(fy_token *token, std::pmr::memory_resource &memory);

/// Where a value that is not written would stand: libfyaml says before the colon.
void placeBehindColon(Node &nothing, QByteArrayView text);

} // namespace slipway::yaml
