// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/document.h"

namespace slipway::yaml
{

NodeId Stream::resolved(NodeId id) const
{
    return id != noNode && node(id).kind == Kind::Alias ? node(id).target : id;
}

NodeId Stream::find(NodeId mapping, QByteArrayView key) const
{
    for (const auto pair : pairs(mapping)) {
        const auto &candidate = node(resolved(pair.key));
        if (candidate.kind == Kind::Scalar && candidate.value == key)
            return pair.value;
    }
    return noNode;
}

Children<NodeId> Stream::children(NodeId collection) const
{
    return {m_nodes.data(), collection == noNode ? noNode : node(collection).first};
}

Children<Pair> Stream::pairs(NodeId mapping) const
{
    const bool isMapping = mapping != noNode && node(mapping).kind == Kind::Mapping;
    return {m_nodes.data(), isMapping ? node(mapping).first : noNode};
}

} // namespace slipway::yaml
