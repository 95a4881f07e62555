// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/graphql/object.h"

namespace slipway::simulator::graphql
{

/// The node at a place of a list.
using NodeAt = std::function<Value(qsizetype index)>;

/// A part of a list as GitHub's connections have it: totalCount, nodes, edges and pageInfo, chosen by `first`, `last`,
/// `after` and `before`. `type` is "PullRequestConnection" and the like.
[[nodiscard]] Value connection(const QString &type, qsizetype total, const NodeAt &node, const QJsonObject &arguments);

} // namespace slipway::simulator::graphql
