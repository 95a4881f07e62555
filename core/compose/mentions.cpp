// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/mentions.h"

#include "core/compose/interpolate.h"
#include "core/compose/text.h"

using namespace Qt::StringLiterals;

namespace slipway::compose
{
namespace
{

using yaml::NodeId;

/// Looks at every value of a file once, aliases not followed.
class MentionReader
{
public:
    MentionReader(const SourcePointer &file, const Environment &variables)
        : m_file(file)
        , m_stream(file->stream)
        , m_variables(variables)
        , m_mayMention(file->stream.text().contains('$'))
    {
    }

    std::expected<QList<Mention>, Objection> read()
    {
        for (const auto root : m_stream.documents()) {
            if (root != yaml::noNode)
                readValue(root);
        }
        for (NodeId node = 0; node < m_stream.size() && !m_objection; ++node) {
            if (m_stream.node(node).kind == yaml::Kind::Mapping)
                readMapping(node);
            else if (m_mayMention && m_stream.node(node).kind == yaml::Kind::Sequence)
                readSequence(node);
        }
        if (m_objection)
            return std::unexpected(*m_objection);
        return m_mentions;
    }

private:
    void readMapping(NodeId mapping)
    {
        for (const auto pair : m_stream.pairs(mapping)) {
            if (m_stream.node(m_stream.resolved(pair.key)).kind != yaml::Kind::Scalar)
                object(pair.key, u"yaml-invalid"_s,
                       Text::tr("A key must be a text. If this is a template, put it in "
                                "quotes."));
            readValue(pair.value);
        }
    }

    void readSequence(NodeId sequence)
    {
        for (const auto item : m_stream.children(sequence))
            readValue(item);
    }

    void readValue(NodeId id)
    {
        const auto &node = m_stream.node(id);
        if (!m_mayMention || node.kind != yaml::Kind::Scalar || !node.value.contains('$'))
            return;
        const auto names = variablesIn(node.value);
        if (!names)
            return object(id, u"interpolation-invalid"_s, names.error().message);
        for (const auto &name : *names) {
            if (auto variable = m_variables.find(name))
                m_mentions.append({.variable = std::move(variable), .place = {.file = m_file, .node = id}});
        }
    }

    void object(NodeId node, const QString &code, const QString &message)
    {
        if (!m_objection)
            m_objection = Objection{.node = node, .code = code, .message = message};
    }

    const SourcePointer &m_file;
    const yaml::Stream &m_stream;
    const Environment &m_variables;
    bool m_mayMention;
    QList<Mention> m_mentions;
    std::optional<Objection> m_objection;
};

} // namespace

std::expected<QList<Mention>, Objection> mentionsIn(const SourcePointer &file, const Environment &variables)
{
    return MentionReader(file, variables).read();
}

} // namespace slipway::compose
