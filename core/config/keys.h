// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/yaml/document.h"

#include <QList>
#include <QStringList>

namespace slipway::config
{

/// Reads one slipway.yml and collects what is wrong with it.
struct Reading
{
    const yaml::Stream &stream;
    QString path; ///< what problems name
    QList<Problem> problems = {};

    void complain(yaml::NodeId node, const QString &message);
};

/// A key with its value, aliases followed.
struct Entry
{
    QString key;
    yaml::NodeId keyNode;
    yaml::NodeId value;
};

/// The pairs of a mapping; anything else is complained of as `what`, and has none.
[[nodiscard]] QList<Entry> entriesOf(Reading &reading, yaml::NodeId mapping, const QString &what);

/// Complains of a key that is not one of `known`, with the nearest one.
void complainOfKey(Reading &reading, const Entry &entry, const QStringList &known);

/// A scalar's text; anything else is complained of.
[[nodiscard]] std::optional<QString> textOf(Reading &reading, const Entry &entry);

/// A list of texts; anything else is complained of.
[[nodiscard]] std::optional<QStringList> textsOf(Reading &reading, const Entry &entry);

/// The boolean true of YAML's core schema: plain `true`, `True`, `TRUE`.
[[nodiscard]] bool isTrue(const yaml::Node &node);
/// Such a true, or a false; anything else is complained of.
[[nodiscard]] std::optional<bool> boolOf(Reading &reading, const Entry &entry);

} // namespace slipway::config
