// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/graphql/document.h"

#include <expected>

namespace slipway::simulator::graphql
{

struct Token
{
    enum class Kind { End, Name, Punctuator, Integer, Float, String };

    Kind kind = Kind::End;
    QString text = {}; ///< of a string: its characters, without quotes and escapes
    Place place = {};
};

/// A text that is no GraphQL: what is wrong, and where.
struct SyntaxError
{
    QString message;
    Place place;
};

/// The tokens of a request; the last is End.
[[nodiscard]] std::expected<QList<Token>, SyntaxError> tokensOf(QStringView text);

} // namespace slipway::simulator::graphql
