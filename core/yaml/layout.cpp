// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/layout.h"

#include <algorithm>

namespace slipway::yaml
{
namespace
{

bool isQuoted(const Node &node)
{
    return node.kind == Kind::Scalar && (node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted);
}

bool isCollection(const Node &node)
{
    return node.kind == Kind::Sequence || node.kind == Kind::Mapping;
}

NodeId lastChild(const Stream &stream, NodeId collection)
{
    auto last = noNode;
    for (const auto child : stream.children(collection))
        last = child;
    return last;
}

} // namespace

bool isFlow(const Stream &stream, NodeId collection)
{
    const auto &node = stream.node(collection);
    const auto &text = stream.text();
    if (!isCollection(node) || node.begin >= text.size())
        return false;
    const auto opening = node.kind == Kind::Mapping ? '{' : '[';
    // the key of a mapping without brackets may be a collection in brackets
    return text.at(node.begin) == opening && (node.first == noNode || stream.node(node.first).begin > node.begin);
}

qsizetype outerBegin(const Stream &stream, NodeId id)
{
    const auto &node = stream.node(id);
    if (!node.anchor.isEmpty() || !node.tag.isEmpty())
        return -1;
    return node.begin - (isQuoted(node) || node.kind == Kind::Alias ? 1 : 0);
}

qsizetype outerEnd(const Stream &stream, NodeId id)
{
    const auto &node = stream.node(id);
    if (!isCollection(node))
        return node.end + (isQuoted(node) ? 1 : 0);
    if (isFlow(stream, id))
        return node.end;
    const auto last = lastChild(stream, id);
    return last == noNode ? node.end : outerEnd(stream, last);
}

qsizetype lineEndFrom(QByteArrayView text, qsizetype from)
{
    const auto end = std::find_if(text.begin() + from, text.end(), [](char c) { return c == '\n' || c == '\r'; });
    return end - text.begin();
}

qsizetype lineBegin(QByteArrayView text, qsizetype from)
{
    while (from > 0 && text[from - 1] != '\n' && text[from - 1] != '\r')
        --from;
    return from;
}

QByteArray lineEndOf(QByteArrayView text)
{
    const auto end = lineEndFrom(text, 0);
    return end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n' ? QByteArray("\r\n") : QByteArray("\n");
}

bool isFirstInLine(QByteArrayView text, qsizetype at)
{
    const auto before = text.sliced(lineBegin(text, at), at - lineBegin(text, at));
    return std::ranges::all_of(before, [](char c) { return c == ' '; });
}

} // namespace slipway::yaml
