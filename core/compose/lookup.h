// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/document.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace slipway::compose
{

/// A value of a mapping, aliases followed.
struct Found
{
    yaml::NodeId node = yaml::noNode;
    bool aliased = false; ///< an alias or a merge key lies on the way
};

/// All values that a key of a mapping could have, the one that counts first: its own, then those of merge keys in
/// their order. Source: YAML 1.1 "Merge Key Language-Independent Type", as Compose reads it.
[[nodiscard]] QList<Found> findAll(const yaml::Stream &stream, Found mapping, QByteArrayView key);

/// The first of findAll(); noNode if there is none.
[[nodiscard]] Found findFirst(const yaml::Stream &stream, Found mapping, QByteArrayView key);

/// A mapping's pairs in their order, merged ones behind its own, each key once.
struct Pair
{
    QByteArray key;
    Found value;
};
[[nodiscard]] QList<Pair> pairsOf(const yaml::Stream &stream, Found mapping);

/// The items of a sequence; nothing for another kind.
[[nodiscard]] QList<Found> itemsOf(const yaml::Stream &stream, Found sequence);

[[nodiscard]] bool isMapping(const yaml::Stream &stream, Found found);
[[nodiscard]] bool isScalar(const yaml::Stream &stream, Found found);
/// Plain and empty, `~` or `null`.
[[nodiscard]] bool isNull(const yaml::Node &node);
/// Plain text that YAML's core schema reads as a number, true or false.
[[nodiscard]] bool isNumberOrBool(const yaml::Node &node);

/// The JSON Pointer (RFC 6901) of a node in its own document.
[[nodiscard]] QByteArray pointerTo(const yaml::Stream &stream, yaml::NodeId node);
[[nodiscard]] QByteArray pointerPart(QByteArrayView key);

} // namespace slipway::compose
