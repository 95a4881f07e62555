// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/scalar.h"

#include "core/yaml/singlequoted.h"

#include <algorithm>

namespace slipway::yaml
{

namespace
{

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

bool isBlank(char c)
{
    return isSpace(c) || c == '\n' || c == '\r';
}

Style styleOf(fy_token *token)
{
    switch (fy_scalar_token_get_style(token)) {
    case FYSS_SINGLE_QUOTED: return Style::SingleQuoted;
    case FYSS_DOUBLE_QUOTED: return Style::DoubleQuoted;
    case FYSS_LITERAL: return Style::Literal;
    case FYSS_FOLDED: return Style::Folded;
    default: return Style::Plain;
    }
}

/// Whether a scalar in one line means its bytes: without escapes.
bool meansItsBytes(Style style, QByteArrayView bytes)
{
    switch (style) {
    case Style::SingleQuoted: return !bytes.contains('\'');
    case Style::DoubleQuoted: return !bytes.contains('\\');
    default: return true;
    }
}

qsizetype leadingSpaces(QByteArrayView text)
{
    return std::find_if_not(text.begin(), text.end(), isSpace) - text.begin();
}

/// How many spaces of a block scalar's value stand before its first text, in the same line.
qint32 spacesBeforeText(QByteArrayView value)
{
    const auto text = std::find_if_not(value.begin(), value.end(), isBlank);
    const auto space = std::find_if_not(std::reverse_iterator{text}, value.rend(), isSpace);
    return static_cast<qint32>(space - std::reverse_iterator{text});
}

/// Moves a block scalar's place from its lines to its text: without the indentation, blank lines and the last line end.
void placeBlockText(Node &node, QByteArrayView text)
{
    qint32 line = node.line;
    qint32 lineBegin = node.begin - node.column + 1;
    qint32 at = node.begin;
    for (; at < node.end && isBlank(text[at]); ++at) {
        const bool endsLine = text[at] == '\n' || (text[at] == '\r' && !text.sliced(at + 1).startsWith('\n'));
        if (endsLine) {
            ++line;
            lineBegin = at + 1;
        }
    }
    if (at == node.end) { // no text at all
        node.end = node.begin;
        return;
    }
    node.begin = at - std::min(at - lineBegin, spacesBeforeText(node.value));
    node.line = line;
    node.column = node.begin - lineBegin + 1;

    while (isBlank(text[node.end - 1]))
        --node.end;
    node.end += static_cast<qint32>(leadingSpaces(text.sliced(node.end)));
}

QByteArrayView valueOf(Style style, fy_token *token, QByteArrayView bytes, std::pmr::memory_resource &memory)
{
    return style == Style::SingleQuoted ? singleQuotedValue(bytes, memory) : textOf(token, memory);
}

} // namespace

Node placed(const fy_mark &mark)
{
    Node node;
    node.line = mark.line + 1;
    node.column = mark.column + 1;
    node.begin = static_cast<qint32>(mark.input_pos);
    return node;
}

QByteArrayView textOf(fy_token *token, std::pmr::memory_resource &memory)
{
    size_t size = 0;
    const auto *text = fy_token_get_text(token, &size);
    auto *copy = static_cast<char *>(memory.allocate(size, 1));
    std::copy_n(text, size, copy);
    return {copy, static_cast<qsizetype>(size)};
}

Node scalarNode(QByteArrayView text, fy_token *token, std::pmr::memory_resource &memory)
{
    const auto &start = *fy_token_start_mark(token);
    const auto &end = *fy_token_end_mark(token);
    auto node = placed(start);
    node.style = styleOf(token);
    node.end = static_cast<qint32>(end.input_pos);

    const auto bytes = [&] { return text.sliced(node.begin, node.end - node.begin); };
    const bool isBlock = node.style == Style::Literal || node.style == Style::Folded;
    if (!isBlock && start.line == end.line && meansItsBytes(node.style, bytes())) {
        node.verbatim = true;
        node.value = bytes();
        return node;
    }
    node.value = valueOf(node.style, token, bytes(), memory);
    if (isBlock) {
        placeBlockText(node, text);
        node.verbatim = node.value == bytes();
        if (node.verbatim)
            node.value = bytes();
    }
    return node;
}

void placeBehindColon(Node &nothing, QByteArrayView text)
{
    auto at = nothing.begin;
    if (at < text.size() && (text[at] == '"' || text[at] == '\''))
        ++at;
    at += static_cast<qint32>(leadingSpaces(text.sliced(at)));
    if (at == text.size() || text[at] != ':')
        return;
    nothing.column += at + 1 - nothing.begin;
    nothing.begin = at + 1;
    nothing.end = nothing.begin;
}

} // namespace slipway::yaml
