// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/graphql/document.h"
#include "core/simulator/graphql/object.h"

namespace slipway::simulator::graphql
{

/// A request as it comes in the body of POST /graphql.
struct Request
{
    QString query;
    QString operationName = {};
    QJsonObject variables = {};
};

/// The objects that operations begin with.
struct Roots
{
    Object query;
    Object mutation;
};

/// Runs a request: `{"data"}`, `{"data","errors"}`, or `{"errors"}` where it is no GraphQL or asks for what is not
/// there.
[[nodiscard]] QJsonObject execute(const Request &request, const Roots &roots);

} // namespace slipway::simulator::graphql
