// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/graphql/lexer.h"

namespace slipway::simulator::graphql
{

/// Reads a request: queries, mutations and fragments.
[[nodiscard]] std::expected<Document, SyntaxError> parse(QStringView text);

} // namespace slipway::simulator::graphql
