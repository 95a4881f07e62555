// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/lookup.h"

#include <QSet>

#include <algorithm>
#include <cctype>

namespace slipway::compose
{
namespace
{

using yaml::NodeId;
using yaml::noNode;
using yaml::Stream;

Found follow(const Stream &stream, NodeId node, bool aliased)
{
    if (node != noNode && stream.node(node).kind == yaml::Kind::Alias)
        return {.node = stream.resolved(node), .aliased = true};
    return {.node = node, .aliased = aliased};
}

/// Calls `visit(key node, value)` for the own pairs of a mapping, until it returns false.
template<class Visit> void forOwnPairs(const Stream &stream, Found mapping, Visit visit)
{
    for (auto key = stream.node(mapping.node).first; key != noNode;) {
        const auto value = stream.node(key).next;
        if (!visit(stream.node(stream.resolved(key)), follow(stream, value, mapping.aliased)))
            return;
        key = stream.node(value).next;
    }
}

/// The mappings that a mapping's merge keys name, in order.
QList<Found> mergedInto(const Stream &stream, Found mapping)
{
    QList<Found> merged;
    forOwnPairs(stream, mapping, [&](const yaml::Node &key, Found value) {
        if (key.kind != yaml::Kind::Scalar || key.value != "<<" || key.style != yaml::Style::Plain)
            return true;
        value.aliased = true;
        if (isMapping(stream, value))
            merged.append(value);
        for (const auto &item : itemsOf(stream, value)) {
            if (isMapping(stream, item))
                merged.append({.node = item.node, .aliased = true});
        }
        return true;
    });
    return merged;
}

void collect(const Stream &stream, Found mapping, QByteArrayView key, QList<Found> &all)
{
    forOwnPairs(stream, mapping, [&](const yaml::Node &own, Found value) {
        if (own.kind != yaml::Kind::Scalar || own.value != key)
            return true;
        all.append(value);
        return false;
    });
    for (const auto &merged : mergedInto(stream, mapping))
        collect(stream, merged, key, all);
}

void collectPairs(const Stream &stream, Found mapping, QSet<QByteArrayView> &seen, QList<Pair> &pairs)
{
    forOwnPairs(stream, mapping, [&](const yaml::Node &key, Found value) {
        if (key.kind == yaml::Kind::Scalar && key.value != "<<" && !seen.contains(key.value)) {
            seen.insert(key.value);
            pairs.append({.key = key.value.toByteArray(), .value = value});
        }
        return true;
    });
    for (const auto &merged : mergedInto(stream, mapping))
        collectPairs(stream, merged, seen, pairs);
}

bool isAll(QByteArrayView text, auto &&accepts)
{
    return !text.isEmpty() && std::ranges::all_of(text, accepts);
}

} // namespace

QList<Found> findAll(const Stream &stream, Found mapping, QByteArrayView key)
{
    QList<Found> all;
    if (isMapping(stream, mapping))
        collect(stream, mapping, key, all);
    return all;
}

Found findFirst(const Stream &stream, Found mapping, QByteArrayView key)
{
    const auto all = findAll(stream, mapping, key);
    return all.isEmpty() ? Found{} : all.first();
}

QList<Pair> pairsOf(const Stream &stream, Found mapping)
{
    QList<Pair> pairs;
    QSet<QByteArrayView> seen;
    if (isMapping(stream, mapping))
        collectPairs(stream, mapping, seen, pairs);
    return pairs;
}

QList<Found> itemsOf(const Stream &stream, Found sequence)
{
    QList<Found> items;
    if (sequence.node == noNode || stream.node(sequence.node).kind != yaml::Kind::Sequence)
        return items;
    for (auto item = stream.node(sequence.node).first; item != noNode; item = stream.node(item).next)
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

bool isNull(const yaml::Node &node)
{
    if (node.kind != yaml::Kind::Scalar || node.style != yaml::Style::Plain || !node.tag.isEmpty())
        return false;
    const auto value = node.value;
    return value.isEmpty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

bool isNumberOrBool(const yaml::Node &node)
{
    if (node.style != yaml::Style::Plain || !node.tag.isEmpty())
        return false;
    const auto value = node.value;
    for (const auto *word : {"true", "True", "TRUE", "false", "False", "FALSE", ".nan", ".NaN", ".NAN"}) {
        if (value == word)
            return true;
    }
    if (value.startsWith("0x"))
        return isAll(value.sliced(2), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
    if (value.startsWith("0o"))
        return isAll(value.sliced(2), [](char c) { return c >= '0' && c <= '7'; });
    const auto unsignedPart = value.startsWith('-') || value.startsWith('+') ? value.sliced(1) : value;
    if (unsignedPart == ".inf" || unsignedPart == ".Inf" || unsignedPart == ".INF")
        return true;
    bool ok = false;
    const auto begins = !unsignedPart.isEmpty() &&
                        (std::isdigit(static_cast<unsigned char>(unsignedPart[0])) || unsignedPart[0] == '.');
    static_cast<void>(value.toDouble(&ok));
    return begins && ok;
}

QByteArray pointerPart(QByteArrayView key)
{
    return QByteArray{"/"} + key.toByteArray().replace('~', "~0").replace('/', "~1");
}

QByteArray pointerTo(const Stream &stream, NodeId node)
{
    // Nodes are numbered in the order of the text, so a child holds all ids up to its next sibling.
    const auto isWithin = [&](NodeId child) {
        const auto next = stream.node(child).next;
        return child <= node && (next == noNode || node < next);
    };
    NodeId at = noNode;
    for (const auto root : stream.documents()) {
        if (root != noNode && root <= node)
            at = root;
    }
    QByteArray pointer;
    while (at != noNode && at != node) {
        const auto isMap = stream.node(at).kind == yaml::Kind::Mapping;
        int index = 0;
        auto child = stream.node(at).first;
        while (child != noNode) {
            const auto value = isMap ? stream.node(child).next : child;
            if (isWithin(value)) {
                pointer += isMap ? pointerPart(stream.node(stream.resolved(child)).value)
                                 : QByteArray{"/"} + QByteArray::number(index);
                child = value;
                break;
            }
            ++index;
            child = stream.node(value).next;
        }
        at = child;
    }
    return pointer;
}

} // namespace slipway::compose
