// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/keys.h"

#include "core/base/nearest.h"
#include "core/config/text.h"
#include "core/yaml/scalartype.h"

using namespace Qt::StringLiterals;

namespace slipway::config
{
void Reading::complain(yaml::NodeId node, const QString &message)
{
    Problem problem{.file = path, .line = {}, .column = {}, .code = u"policy-invalid"_s, .message = message};
    if (node != yaml::noNode) {
        problem.line = stream.node(node).line;
        problem.column = stream.node(node).column;
    }
    problems.append(problem);
}

QList<Entry> entriesOf(Reading &reading, yaml::NodeId mapping, const QString &what)
{
    QList<Entry> entries;
    const auto &stream = reading.stream;
    if (stream.node(mapping).kind != yaml::Kind::Mapping) {
        reading.complain(mapping, Text::tr("%1 must be a mapping of keys and values.").arg(what));
        return entries;
    }
    for (const auto &[keyNode, value] : stream.pairs(mapping)) {
        const auto &key = stream.node(stream.resolved(keyNode));
        if (key.kind == yaml::Kind::Scalar)
            entries.append({.key = QString::fromUtf8(key.value), .keyNode = keyNode, .value = stream.resolved(value)});
        else
            reading.complain(keyNode, Text::tr("A key must be a word."));
    }
    return entries;
}

void complainOfKey(Reading &reading, const Entry &entry, const QStringList &known)
{
    const auto meant = nearest(entry.key, known);
    reading.complain(entry.keyNode,
                     meant ? Text::tr("There is no key `%1`. Did you mean `%2`?").arg(entry.key, *meant)
                           : Text::tr("There is no key `%1`. Known are: %2.").arg(entry.key, known.join(u", "_s)));
}

std::optional<QString> textOf(Reading &reading, const Entry &entry)
{
    const auto &node = reading.stream.node(entry.value);
    if (node.kind == yaml::Kind::Scalar && !node.value.isEmpty())
        return QString::fromUtf8(node.value);
    reading.complain(entry.value, Text::tr("`%1` must be a text.").arg(entry.key));
    return std::nullopt;
}

std::optional<QStringList> textsOf(Reading &reading, const Entry &entry)
{
    const auto &stream = reading.stream;
    if (stream.node(entry.value).kind != yaml::Kind::Sequence) {
        reading.complain(entry.value, Text::tr("`%1` must be a list, such as [a, b].").arg(entry.key));
        return std::nullopt;
    }
    QStringList texts;
    for (const auto child : stream.children(entry.value)) {
        const auto &item = stream.node(stream.resolved(child));
        if (item.kind != yaml::Kind::Scalar || item.value.isEmpty()) {
            reading.complain(child, Text::tr("`%1` must be a list of texts.").arg(entry.key));
            return std::nullopt;
        }
        texts.append(QString::fromUtf8(item.value));
    }
    return texts;
}

bool isTrue(const yaml::Node &node)
{
    return node.kind == yaml::Kind::Scalar && yaml::typeOf(node) == yaml::ScalarType::Bool &&
           node.value.compare("true", Qt::CaseInsensitive) == 0;
}

std::optional<bool> boolOf(Reading &reading, const Entry &entry)
{
    const auto &node = reading.stream.node(entry.value);
    if (node.kind == yaml::Kind::Scalar && yaml::typeOf(node) == yaml::ScalarType::Bool)
        return isTrue(node);
    reading.complain(entry.value, Text::tr("`%1` must be true or false.").arg(entry.key));
    return std::nullopt;
}

} // namespace slipway::config
