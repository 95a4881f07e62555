// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/lookup.h"

#include "core/compose/interpolate.h"
#include "core/yaml/scalartype.h"

#include <QSet>

namespace slipway::compose
{
namespace
{

using yaml::NodeId;
using yaml::noNode;
using yaml::Stream;

bool hasTag(const Stream &stream, Found found, QByteArrayView tag)
{
    return found.node != noNode && stream.node(found.node).tag == tag;
}

/// Appends a key to a JSON Pointer.
void step(QByteArray &pointer, QByteArrayView key)
{
    pointer += '/';
    if (key.contains('~') || key.contains('/'))
        pointer += key.toByteArray().replace('~', "~0").replace('/', "~1");
    else
        pointer += key;
}

/// Walks down to the wanted nodes. Nodes are numbered in the order of the text, so a child holds all numbers up to its
/// next sibling.
class PointerWalk
{
public:
    PointerWalk(const Stream &stream, std::span<const NodeId> wanted)
        : m_stream(stream)
        , m_wanted(wanted)
    {
    }

    QList<QByteArray> walk()
    {
        const auto &roots = m_stream.documents();
        for (size_t i = 0; i < roots.size(); ++i) {
            if (roots[i] != noNode)
                visit(roots[i], nextRoot(i));
        }
        return m_pointers;
    }

private:
    [[nodiscard]] NodeId nextRoot(size_t document) const
    {
        const auto &roots = m_stream.documents();
        for (auto i = document + 1; i < roots.size(); ++i) {
            if (roots[i] != noNode)
                return roots[i];
        }
        return m_stream.size();
    }

    [[nodiscard]] bool isWanted(NodeId end) const { return !m_wanted.empty() && m_wanted.front() < end; }

    void take()
    {
        m_pointers.append(QByteArray{m_here.constData(), m_here.size()});
        m_wanted = m_wanted.subspan(1);
    }

    void visit(NodeId node, NodeId end)
    {
        if (isWanted(node + 1))
            take();
        const auto isMapping = m_stream.node(node).kind == yaml::Kind::Mapping;
        int index = 0;
        for (auto child = m_stream.node(node).first; child != noNode && isWanted(end); ++index) {
            const auto key = child;
            const auto value = isMapping ? m_stream.node(key).next : child;
            child = m_stream.node(value).next;
            const auto childEnd = child == noNode ? end : child;
            if (!isWanted(childEnd))
                continue;
            const auto size = m_here.size();
            step(m_here,
                 isMapping ? m_stream.node(m_stream.resolved(key)).value.toByteArray() : QByteArray::number(index));
            while (isWanted(value))
                take();
            visit(value, childEnd);
            m_here.truncate(size);
        }
    }

    const Stream &m_stream;
    std::span<const NodeId> m_wanted;
    QByteArray m_here; ///< the pointer to the node that is visited
    QList<QByteArray> m_pointers;
};

} // namespace

Found follow(const Stream &stream, NodeId node, bool aliased)
{
    if (node != noNode && stream.node(node).kind == yaml::Kind::Alias)
        return {.node = stream.resolved(node), .aliased = true};
    return {.node = node, .aliased = aliased};
}

bool isMergeKey(const yaml::Node &key)
{
    return key.value == "<<" && key.kind == yaml::Kind::Scalar && key.style == yaml::Style::Plain;
}

QList<Found> mergedInto(const Stream &stream, Found mapping)
{
    QList<Found> merged;
    for (const auto pair : stream.pairs(mapping.node)) {
        if (!isMergeKey(stream.node(stream.resolved(pair.key))))
            continue;
        const auto value = follow(stream, pair.value, true);
        if (isMapping(stream, value))
            merged.append(value);
        for (const auto items = itemsOf(stream, value); const auto &item : items) {
            if (isMapping(stream, item))
                merged.append(item);
        }
    }
    return merged;
}

QList<Pair> pairsOf(const Stream &stream, Found mapping)
{
    QList<Pair> pairs;
    QSet<QByteArrayView> seen;
    visitPairs(stream, mapping, [&](QByteArrayView key, Found value) {
        if (!seen.contains(key)) {
            seen.insert(key);
            pairs.append({.key = key, .value = value});
        }
        return true;
    });
    return pairs;
}

QList<Found> findAll(const Stream &stream, Found mapping, QByteArrayView key)
{
    QList<Found> all;
    visitPairs(stream, mapping, [&](QByteArrayView own, Found value) {
        if (own == key)
            all.append(value);
        return true;
    });
    return all;
}

Found findFirst(const Stream &stream, Found mapping, QByteArrayView key)
{
    Found first;
    visitPairs(stream, mapping, [&](QByteArrayView own, Found value) {
        if (own != key)
            return true;
        first = value;
        return false;
    });
    return first;
}

QList<Found> itemsOf(const Stream &stream, Found sequence)
{
    QList<Found> items;
    if (sequence.node == noNode || stream.node(sequence.node).kind != yaml::Kind::Sequence)
        return items;
    for (const auto item : stream.children(sequence.node))
        items.append(follow(stream, item, sequence.aliased));
    return items;
}

bool isMapping(const Stream &stream, Found found)
{
    return found.node != noNode && stream.node(found.node).kind == yaml::Kind::Mapping;
}

bool isScalar(const Stream &stream, Found found)
{
    return found.node != noNode && stream.node(found.node).kind == yaml::Kind::Scalar;
}

bool isNull(const Stream &stream, Found found)
{
    return isScalar(stream, found) && yaml::typeOf(stream.node(found.node)) == yaml::ScalarType::Null;
}

bool isReset(const Stream &stream, Found found)
{
    return hasTag(stream, found, "!reset");
}

bool isOverride(const Stream &stream, Found found)
{
    return hasTag(stream, found, "!override");
}

std::optional<QByteArray> textOf(const Stream &stream, Found found, const Environment &variables)
{
    if (!isScalar(stream, found) || isNull(stream, found))
        return std::nullopt;
    auto effective = interpolate(stream.node(found.node).value, variables);
    return effective ? std::optional{std::move(effective->text)} : std::nullopt;
}

qint64 expandedSize(const Stream &stream, NodeId node)
{
    const auto resolved = stream.resolved(node);
    qint64 size = 1;
    for (const auto child : stream.children(resolved))
        size += expandedSize(stream, child);
    return size;
}

QList<QByteArray> pointersTo(const Stream &stream, std::span<const NodeId> nodes)
{
    return PointerWalk(stream, nodes).walk();
}

} // namespace slipway::compose
