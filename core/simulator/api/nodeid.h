// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// What both of GitHub's APIs call a thing: opaque to clients, the same in REST's node_id and GraphQL's id.
namespace slipway::simulator
{

/// `kind` is GitHub's own prefix: "R" a repository, "PR" a pull request, "U" a person, "REF" a ref.
struct NodeId
{
    QString kind;
    QStringList parts; ///< what finds it again: repository id and number, say

    bool operator==(const NodeId &) const = default;
};

[[nodiscard]] QString textOf(const NodeId &id);
[[nodiscard]] std::optional<NodeId> parseNodeId(const QString &text);

/// For things that nothing is asked of by their node id.
[[nodiscard]] QString nodeId(const QString &kind, qint64 id);

} // namespace slipway::simulator
