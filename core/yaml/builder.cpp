// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/builder.h"

#include "core/yaml/duplicates.h"
#include "core/yaml/overload.h"
#include "core/yaml/scalar.h"
#include "core/yaml/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::yaml
{

namespace
{

constexpr size_t deepest = 64;
constexpr size_t mostDocuments = 100'000;
constexpr NodeId mostNodes = 2'000'000;
constexpr qint64 mostExpanded = 100'000; // nodes; and as many times those that are written:
constexpr qint64 mostTimes = 10;
constexpr qint64 mostBlankLines = 100'000'000; // blankLinesCost: about 0.1 s; one run of 10,000 bytes

std::unexpected<ParseError> refusal(const Node &at, const QString &message,
                                    ParseError::Code code = ParseError::Code::Invalid)
{
    return std::unexpected(ParseError{code, at.line, at.column, message});
}

QString shortened(QByteArrayView text)
{
    constexpr qsizetype most = 40;
    const auto string = QString::fromUtf8(text.first(std::min(text.size(), 4 * most)));
    return string.size() <= most ? string : QString{string.first(most) + u'…'};
}

} // namespace

Builder::Builder(QByteArray text)
{
    m_stream.m_text = std::move(text);
    m_stream.m_nodes.reserve(static_cast<size_t>(m_stream.m_text.size()) / 16); // about what Compose files have
    m_stream.m_owned = std::make_unique<std::pmr::monotonic_buffer_resource>();
}

Builder::Taken Builder::take(fy_event &event)
{
    switch (event.type) {
    case FYET_DOCUMENT_START: return beginDocument(event);
    case FYET_SCALAR: return addScalar(event.scalar);
    case FYET_ALIAS: return addAlias(event.alias.anchor);
    case FYET_SEQUENCE_START: return open(Kind::Sequence, event);
    case FYET_MAPPING_START: return open(Kind::Mapping, event);
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END: return close(event);
    default: return {};
    }
}

Builder::Taken Builder::beginDocument(fy_event &event)
{
    if (m_stream.m_documents.size() == mostDocuments)
        return refusal(placed(*fy_event_start_mark(&event)), Text::tr("The file has more than 100,000 documents."));
    m_stream.m_documents.push_back(noNode);
    m_anchors.clear();
    return {};
}

Builder::Taken Builder::addScalar(const fy_event_scalar_data &scalar)
{
    if (fy_token_start_mark(scalar.value)->line != fy_token_end_mark(scalar.value)->line)
        m_blankLines += blankLinesCost(bytesOf(scalar.value));
    if (m_blankLines > mostBlankLines)
        return refusal(placed(*fy_token_start_mark(scalar.value)),
                       Text::tr("The text has too many blank lines one after another."));
    auto node = scalarNode(m_stream.m_text, scalar.value, *m_stream.m_owned);
    setProperties(node, scalar.anchor, scalar.tag);

    const bool isWritten = node.begin != node.end || node.style != Style::Plain || scalar.anchor || scalar.tag;
    if (!isWritten && m_open.empty())
        return {}; // an empty document
    if (!isWritten && m_open.back().inPair)
        placeBehindColon(node, m_stream.m_text);
    return add(node);
}

Builder::Taken Builder::addAlias(fy_token *token)
{
    auto node = placed(*fy_token_start_mark(token));
    node.kind = Kind::Alias;
    node.value = bytesOf(token);
    node.end = node.begin + static_cast<qint32>(node.value.size());

    const auto anchor = m_anchors.constFind(node.value);
    if (anchor == m_anchors.cend())
        return refusal(node, Text::tr("The alias *%1 has no anchor &%1 before it.").arg(shortened(node.value)));
    if (anchor->expanded == 0)
        return refusal(node, Text::tr("The alias *%1 stands inside of what it stands for.").arg(shortened(node.value)));
    m_added += anchor->expanded - 1;
    if (const auto written = m_stream.size() + 1; // with this one
        written + m_added > mostExpanded && written + m_added > mostTimes * written)
        return refusal(node, Text::tr("Aliases multiply the file to over 100,000 nodes."));
    node.target = anchor->node;
    return add(node);
}

Builder::Taken Builder::open(Kind kind, fy_event &event)
{
    auto node = placed(*fy_event_start_mark(&event));
    node.kind = kind;
    setProperties(node, fy_event_get_anchor_token(&event), fy_event_get_tag_token(&event));
    if (m_open.size() == deepest)
        return refusal(node, Text::tr("This is nested deeper than 64 levels."));
    return add(node).transform([this] { m_open.push_back({.node = m_stream.size() - 1, .added = m_added}); });
}

Builder::Taken Builder::close(fy_event &event)
{
    const auto closed = m_open.back();
    m_open.pop_back();
    auto &node = nodeAt(closed.node);
    node.end = static_cast<qint32>(fy_event_end_mark(&event)->input_pos);
    if (const auto anchor = m_anchors.find(node.anchor); anchor != m_anchors.end() && anchor->node == closed.node)
        anchor->expanded = m_stream.size() - closed.node + m_added - closed.added;

    if (const auto keys = duplicateKey(m_stream, closed.node))
        return refusal(m_stream.node(keys->second),
                       Text::tr("The key “%1” is already there, in line %2.")
                           .arg(shortened(m_stream.node(keys->second).value))
                           .arg(m_stream.node(keys->first).line),
                       ParseError::Code::DuplicateKey);
    return {};
}

Builder::Taken Builder::add(const Node &node)
{
    const auto id = m_stream.size();
    if (id == mostNodes)
        return refusal(node, Text::tr("The file has more than 2,000,000 nodes."));
    m_stream.m_nodes.push_back(node);
    if (!node.anchor.isEmpty())
        m_anchors.insert(node.anchor, {.node = id, .expanded = node.kind == Kind::Scalar ? 1 : 0});

    if (m_open.empty()) {
        m_stream.m_documents.back() = id;
        return {};
    }
    auto &parent = m_open.back();
    if (parent.last == noNode)
        addFirst(nodeAt(parent.node), id);
    else
        nodeAt(parent.last).next = id;
    parent.last = id;
    parent.inPair = !parent.inPair && nodeAt(parent.node).kind == Kind::Mapping;
    return {};
}

void Builder::addFirst(Node &parent, NodeId child)
{
    parent.first = child;
    const auto &node = m_stream.node(child);
    if (node.begin >= parent.begin)
        return;
    parent.begin = node.begin; // libfyaml puts the mapping in `[key: value]` behind its key
    parent.line = node.line;
    parent.column = node.column;
}

void Builder::setProperties(Node &node, fy_token *anchor, fy_token *tag)
{
    if (anchor)
        node.anchor = bytesOf(anchor);
    if (tag)
        node.tag = textOf(tag, *m_stream.m_owned);
}

QByteArrayView Builder::bytesOf(fy_token *token) const
{
    const auto begin = static_cast<qsizetype>(fy_token_start_mark(token)->input_pos);
    const auto end = static_cast<qsizetype>(fy_token_end_mark(token)->input_pos);
    return QByteArrayView{m_stream.m_text}.sliced(begin, end - begin);
}

} // namespace slipway::yaml
