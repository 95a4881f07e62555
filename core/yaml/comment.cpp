// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/comment.h"

#include <algorithm>

namespace slipway::yaml
{

namespace
{

bool isBlock(const Node &node)
{
    return node.kind == Kind::Scalar && (node.style == Style::Literal || node.style == Style::Folded);
}

/// Behind a scalar or alias and its closing quote; a collection's children come as nodes of their own.
qsizetype behind(const Node &node)
{
    if (node.kind == Kind::Sequence || node.kind == Kind::Mapping)
        return node.begin;
    const bool isQuoted =
        node.kind == Kind::Scalar && (node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted);
    return node.end + (isQuoted ? 1 : 0);
}

qsizetype lineEnd(QByteArrayView text, qsizetype from)
{
    const auto end = std::find_if(text.begin() + from, text.end(), [](char c) { return c == '\n' || c == '\r'; });
    return end - text.begin();
}

/// Behind the last line end before `from` that has something before it in its line: the end of the line with `|` or
/// `>`.
qsizetype headerEnd(QByteArrayView text, qsizetype from)
{
    while (from > 0 && text[from - 1] != '\n' && text[from - 1] != '\r')
        --from;
    while (from > 0 && QByteArrayView{" \t\r\n"}.contains(text[from - 1]))
        --from;
    return from;
}

/// The first comment between two places of one line that holds no scalars; a `#` begins one behind a space only.
QByteArrayView commentBetween(QByteArrayView text, qsizetype begin, qsizetype end)
{
    for (auto at = std::max<qsizetype>(begin, 1); at < end; ++at) {
        if (text[at] == '#' && (text[at - 1] == ' ' || text[at - 1] == '\t'))
            return text.sliced(at + 1, end - at - 1).trimmed();
    }
    return {};
}

} // namespace

QByteArrayView commentBeside(const Stream &stream, NodeId scalar)
{
    const QByteArrayView text{stream.text()};
    const auto &node = stream.node(scalar);
    if (isBlock(node)) {
        const auto before = scalar == 0 ? 0 : behind(stream.node(scalar - 1));
        return commentBetween(text, before, headerEnd(text, node.begin));
    }
    auto begin = behind(node);
    const auto end = lineEnd(text, begin);
    for (auto id = scalar + 1; id < stream.size() && stream.node(id).begin < end; ++id)
        begin = std::max(begin, behind(stream.node(id)));
    return commentBetween(text, begin, end);
}

} // namespace slipway::yaml
