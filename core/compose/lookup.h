// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/environment.h"
#include "core/yaml/document.h"

#include <QByteArrayView>
#include <QList>

#include <optional>
#include <span>

namespace slipway::compose
{

/// A node, aliases followed.
struct Found
{
    yaml::NodeId node = yaml::noNode;
    bool aliased = false; ///< an alias or a merge key lies on the way

    bool operator==(const Found &) const = default;
};

[[nodiscard]] Found follow(const yaml::Stream &stream, yaml::NodeId node, bool aliased = false);

/// A plain `<<`. Source: YAML 1.1, "Merge Key Language-Independent Type", as Compose reads it.
[[nodiscard]] bool isMergeKey(const yaml::Node &key);
/// The mappings that a mapping's merge key names, in their order.
[[nodiscard]] QList<Found> mergedInto(const yaml::Stream &stream, Found mapping);

/// Calls `visit(key, value)` for a mapping's pairs, the one that counts first: its own, then those of its merge key in
/// their order, where the same key may come again. Ends where `visit` returns false, and returns false then.
template<class Visit> bool visitPairs(const yaml::Stream &stream, Found mapping, Visit &&visit)
{
    bool merges = false;
    for (const auto pair : stream.pairs(mapping.node)) {
        const auto &key = stream.node(stream.resolved(pair.key));
        if (isMergeKey(key))
            merges = true;
        else if (key.kind == yaml::Kind::Scalar && !visit(key.value, follow(stream, pair.value, mapping.aliased)))
            return false;
    }
    if (!merges)
        return true;
    for (const auto mappings = mergedInto(stream, mapping); const auto &merged : mappings) {
        if (!visitPairs(stream, merged, visit))
            return false;
    }
    return true;
}

/// A mapping's pairs, merged ones behind its own, each key once. Keys are views into the stream.
struct Pair
{
    QByteArrayView key;
    Found value;
};
[[nodiscard]] QList<Pair> pairsOf(const yaml::Stream &stream, Found mapping);

/// All values that a key of a mapping could have, the one that counts first.
[[nodiscard]] QList<Found> findAll(const yaml::Stream &stream, Found mapping, QByteArrayView key);
/// The value that counts; noNode if there is none.
[[nodiscard]] Found findFirst(const yaml::Stream &stream, Found mapping, QByteArrayView key);

/// The items of a sequence; nothing for another kind.
[[nodiscard]] QList<Found> itemsOf(const yaml::Stream &stream, Found sequence);

[[nodiscard]] bool isMapping(const yaml::Stream &stream, Found found);
[[nodiscard]] bool isScalar(const yaml::Stream &stream, Found found);
/// A scalar that stands for nothing: plain and empty, `~` or `null`.
[[nodiscard]] bool isNull(const yaml::Stream &stream, Found found);
/// Compose's own tags: `!reset` removes what earlier files say and is itself nothing, `!override` replaces it.
[[nodiscard]] bool isReset(const yaml::Stream &stream, Found found);
[[nodiscard]] bool isOverride(const yaml::Stream &stream, Found found);

/// A scalar's text with its variables replaced; nothing for null, another kind, and what breaks the grammar.
[[nodiscard]] std::optional<QByteArray> textOf(const yaml::Stream &stream, Found found, const Environment &variables);

/// The number of nodes that a node would be with all its aliases expanded.
[[nodiscard]] qint64 expandedSize(const yaml::Stream &stream, yaml::NodeId node);

/// The JSON Pointers (RFC 6901) of nodes in their own documents; of a key, its value's. `nodes` ascend. One walk.
[[nodiscard]] QList<QByteArray> pointersTo(const yaml::Stream &stream, std::span<const yaml::NodeId> nodes);

} // namespace slipway::compose
