// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <libfyaml.h>

#include <QHash>

namespace slipway::yaml
{

/// Makes a Stream of libfyaml's events and holds it to the limits. Nothing recurses, nothing is expanded.
class Builder
{
public:
    explicit Builder(QByteArray text);

    using Taken = std::expected<void, ParseError>;
    /// Errors: what the event would make is nothing that a Stream holds.
    [[nodiscard]] Taken take(fy_event &event);

    [[nodiscard]] Stream stream() && { return std::move(m_stream); }

private:
    /// A collection that is still open.
    struct Open
    {
        NodeId node;
        NodeId last = noNode; ///< its last child so far
        bool inPair = false;  ///< whether the next child belongs to the last one: a value to its key
        qint64 added = 0;     ///< m_added when it began
    };
    struct Anchor
    {
        NodeId node;
        qint64 expanded; ///< its nodes, those behind aliases counted; 0 while it is open
    };

    Taken beginDocument(fy_event &event);
    Taken addScalar(const fy_event_scalar_data &scalar);
    Taken addAlias(fy_token *token);
    Taken open(Kind kind, fy_event &event);
    Taken close(fy_event &event);
    Taken add(const Node &node);
    void addFirst(Node &parent, NodeId child);

    void setProperties(Node &node, fy_token *anchor, fy_token *tag);
    [[nodiscard]] QByteArrayView bytesOf(fy_token *token) const;
    [[nodiscard]] Node &nodeAt(NodeId id) { return m_stream.m_nodes[static_cast<size_t>(id)]; }

    Stream m_stream;
    std::vector<Open> m_open;
    QHash<QByteArrayView, Anchor> m_anchors; ///< of the document so far
    qint64 m_added = 0;                      ///< nodes that aliases would add
    qint64 m_blankLines = 0;                 ///< blankLinesCost of all scalars
};

} // namespace slipway::yaml
