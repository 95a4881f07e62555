// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/duplicates.h"

#include <QHash>
#include <QVarLengthArray>

#include <algorithm>

namespace slipway::yaml
{

namespace
{

struct Key
{
    NodeId id;
    QByteArrayView text;
};
using Keys = QVarLengthArray<Key, 32>;

Keys scalarKeys(const Stream &stream, NodeId mapping)
{
    Keys keys;
    for (const auto pair : stream.pairs(mapping)) {
        const auto &key = stream.node(stream.resolved(pair.key));
        if (key.kind == Kind::Scalar)
            keys.push_back({pair.key, key.value});
    }
    return keys;
}

std::optional<DuplicateKey> amongFew(const Keys &keys)
{
    for (auto second = keys.begin(); second != keys.end(); ++second) {
        const auto first = std::ranges::find(keys.begin(), second, second->text, &Key::text);
        if (first != second)
            return DuplicateKey{first->id, second->id};
    }
    return {};
}

std::optional<DuplicateKey> amongMany(const Keys &keys)
{
    QHash<QByteArrayView, NodeId> seen;
    seen.reserve(keys.size());
    for (const auto &key : keys) {
        if (const auto first = seen.constFind(key.text); first != seen.cend())
            return DuplicateKey{*first, key.id};
        seen.insert(key.text, key.id);
    }
    return {};
}

} // namespace

std::optional<DuplicateKey> duplicateKey(const Stream &stream, NodeId mapping)
{
    constexpr qsizetype few = 16;
    const auto keys = scalarKeys(stream, mapping);
    return keys.size() <= few ? amongFew(keys) : amongMany(keys);
}

} // namespace slipway::yaml
