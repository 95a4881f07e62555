// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

namespace slipway::yaml
{

/// The comment on a scalar's line, without its `#` and the spaces around: in the line where a plain or quoted scalar
/// ends, in the line with the `|` or `>` of a block scalar. Empty if there is none.
[[nodiscard]] QByteArrayView commentBeside(const Stream &stream, NodeId scalar);

} // namespace slipway::yaml
