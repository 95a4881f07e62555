// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <memory_resource>

namespace slipway::yaml
{

/// What the bytes between single quotes mean, put into `memory`: lines are folded, `''` is a `'`. libfyaml 0.8 gives a
/// wrong value, and loses memory, where two such pairs follow each other. Source: YAML 1.2.2, 7.3.2, 6.5 "Line
/// Folding".
[[nodiscard]] QByteArrayView singleQuotedValue(QByteArrayView bytes, std::pmr::memory_resource &memory);

} // namespace slipway::yaml
