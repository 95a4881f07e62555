// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/entry.h"

#include "core/yaml/edit.h"
#include "core/yaml/entryproof.h"
#include "core/yaml/layout.h"
#include "core/yaml/text.h"

#include <algorithm>

namespace slipway::yaml
{
namespace
{

std::unexpected<Error> refusal(const QString &message)
{
    return failure({.kind = Error::Kind::InvalidInput, .message = message});
}

std::unexpected<Error> refusalAt(const Node &node, const QString &why)
{
    return refusal(Text::tr("Line %1: %2").arg(node.line).arg(why));
}

/// How far a path exists already.
struct Way
{
    NodeId node = noNode; ///< the last value on it; noNode in an empty document
    qsizetype depth = 0;  ///< keys that lead there
    NodeId key = noNode;  ///< of `node`
};

Way follow(const Stream &stream, const KeyPath &path)
{
    Way way{.node = stream.documents().empty() ? noNode : stream.documents().front()};
    while (way.node != noNode && way.depth < path.size()) {
        auto found = false;
        for (const auto pair : stream.pairs(way.node)) {
            if (stream.node(pair.key).kind != Kind::Scalar || stream.node(pair.key).value != path.at(way.depth))
                continue;
            way = {.node = pair.value, .depth = way.depth + 1, .key = pair.key};
            found = true;
            break;
        }
        if (!found)
            break;
    }
    return way;
}

bool isNothing(const Node &node)
{
    return node.kind == Kind::Scalar && node.style == Style::Plain &&
           (node.value.isEmpty() || node.value == "~" || node.value == "null");
}

/// A key as it is written: in quotes where it could be read as anything else.
QByteArray keyText(const QByteArray &key)
{
    const auto isSimple = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    const auto isPlain = !key.isEmpty() && isSimple(key.front()) &&
                         std::ranges::all_of(key, [&](char c) { return isSimple(c) || c == '.' || c == '-'; });
    return isPlain ? key : "'" + QByteArray(key).replace('\'', "''") + "'";
}

/// Keys and a value in brackets: `a: { b: value }`.
QByteArray inBrackets(const KeyPath &keys, const QByteArray &value)
{
    auto text = value;
    for (qsizetype i = keys.size() - 1; i >= 0; --i) {
        text = keyText(keys.at(i)) + ": " + text;
        if (i > 0)
            text = "{ " + text + " }";
    }
    return text;
}

/// The same as lines, where the first key is of the root: only what is below its second key stands in brackets.
QByteArray asLines(const KeyPath &keys, const QByteArray &value, const QByteArray &lineEnd)
{
    if (keys.size() < 2)
        return inBrackets(keys, value);
    return keyText(keys.first()) + ":" + lineEnd + "  " + inBrackets(keys.sliced(1), value);
}

/// Before the closing bracket, in front of the spaces there, and behind what is there already.
Edit intoBrackets(const Stream &stream, NodeId collection, const QByteArray &text)
{
    const auto &node = stream.node(collection);
    if (node.first == noNode) {
        const auto isTight = node.kind == Kind::Sequence;
        const auto at = node.begin + 1;
        return {at, at, isTight ? text : " " + text + " "};
    }
    auto last = node.first;
    for (const auto child : stream.children(collection))
        last = child;
    const auto at = outerEnd(stream, last);
    return {at, at, ", " + text};
}

/// As a line of its own behind the last one of a collection.
Edit asLine(const Stream &stream, NodeId collection, qsizetype indent, const QByteArray &text)
{
    const QByteArrayView all(stream.text());
    const auto at = lineEndFrom(all, outerEnd(stream, collection));
    return {at, at, lineEndOf(all) + QByteArray(indent, ' ') + text};
}

Result<Edit> insertion(const Stream &stream, const Way &way, const KeyPath &missing, const QByteArray &value)
{
    const QByteArrayView text(stream.text());
    const auto &node = stream.node(way.node);
    const auto isRoot = way.depth == 0;
    if (node.kind == Kind::Mapping && isFlow(stream, way.node))
        return intoBrackets(stream, way.node, inBrackets(missing, value));
    if (node.kind == Kind::Mapping) {
        const auto &key = stream.node(node.first);
        if (!isRoot &&
            !isFirstInLine(text, outerBegin(stream, node.first) < 0 ? key.begin : outerBegin(stream, node.first)))
            return refusalAt(key, Text::tr("keys that share a line with something else are left to a person."));
        return asLine(stream, way.node, key.column - 1 - (key.style == Style::Plain ? 0 : 1),
                      isRoot ? asLines(missing, value, lineEndOf(text)) : inBrackets(missing, value));
    }
    if (!isNothing(node))
        return refusalAt(node, node.kind == Kind::Alias ? Text::tr("an alias stands here, which other places share.")
                                                        : Text::tr("no mapping stands here."));
    if (!node.value.isEmpty())
        return Edit{node.begin, node.end, "{ " + inBrackets(missing, value) + " }"};
    const auto &key = stream.node(way.key);
    if (way.depth == 1 && isFirstInLine(text, key.begin)) {
        const auto at = lineEndFrom(text, node.end);
        return Edit{at, at, lineEndOf(text) + QByteArray(key.column + 1, ' ') + inBrackets(missing, value)};
    }
    return Edit{node.end, node.end, " { " + inBrackets(missing, value) + " }"};
}

Result<Edit> replacement(const Stream &stream, NodeId id, const QByteArray &value)
{
    const auto &node = stream.node(id);
    if (node.kind == Kind::Alias)
        return refusalAt(node, Text::tr("an alias stands here, which other places share."));
    if (outerBegin(stream, id) < 0)
        return refusalAt(node, Text::tr("the value has an anchor or a tag."));
    const auto isLines = (node.kind != Kind::Scalar && !isFlow(stream, id)) || node.style == Style::Literal ||
                         node.style == Style::Folded;
    if (isLines)
        return refusalAt(node, Text::tr("the value is written over several lines."));
    if (isNothing(node) && node.value.isEmpty())
        return Edit{node.end, node.end, " " + value};
    return Edit{outerBegin(stream, id), outerEnd(stream, id), value};
}

/// The text of a root that holds nothing: only comments, or nothing at all.
Edit atEnd(const Stream &stream, const KeyPath &path, const QByteArray &value)
{
    const auto &text = stream.text();
    const auto lineEnd = lineEndOf(text);
    const auto separator = text.isEmpty() || text.endsWith('\n') ? QByteArray() : lineEnd;
    return {text.size(), text.size(), separator + asLines(path, value, lineEnd) + lineEnd};
}

Result<QByteArray> proven(const Stream &before, const QList<Edit> &edits, const TreeChange &change)
{
    auto text = edited(before.text(), edits);
    if (!text)
        return text;
    const auto after = Stream::parse(*text);
    if (!after)
        return refusal(Text::tr("The change would break the file in line %1: %2")
                           .arg(after.error().line)
                           .arg(after.error().message));
    if (const auto same = differsOnlyAs(change, before, *after); !same)
        return failure(same.error());
    return text;
}

} // namespace

Result<QByteArray> withEntry(const Stream &before, const KeyPath &path, const QByteArray &value)
{
    const auto way = follow(before, path);
    const auto edit = way.node == noNode         ? Result<Edit>(atEnd(before, path, value))
                      : way.depth == path.size() ? replacement(before, way.node, value)
                                                 : insertion(before, way, path.sliced(way.depth), value);
    if (!edit)
        return failure(edit.error());
    return proven(before, {*edit}, {.kind = TreeChange::Kind::Set, .path = path, .values = {value}});
}

Result<QByteArray> withItems(const Stream &before, const KeyPath &path, const QList<QByteArray> &items)
{
    const TreeChange change{.kind = TreeChange::Kind::Append, .path = path, .values = items};
    const auto list = items.join(", ");
    const auto way = follow(before, path);
    const auto isThere = way.node != noNode && way.depth == path.size() && !isNothing(before.node(way.node));
    if (!isThere)
        return withEntry(before, path, "[" + list + "]");
    const auto &node = before.node(way.node);
    if (node.kind != Kind::Sequence || (!isFlow(before, way.node) && node.first == noNode))
        return refusalAt(node, Text::tr("no list stands here."));
    if (isFlow(before, way.node))
        return proven(before, {intoBrackets(before, way.node, list)}, change);
    const QByteArrayView text(before.text());
    const auto first = before.node(node.first).begin;
    const auto dash = text.sliced(lineBegin(text, first), first - lineBegin(text, first)).indexOf('-');
    if (dash < 0)
        return refusalAt(node, Text::tr("the list is written in a way that is left to a person."));
    QByteArray lines;
    for (const auto &item : items)
        lines += lineEndOf(text) + QByteArray(dash, ' ') + "- " + item;
    const auto at = lineEndFrom(text, outerEnd(before, way.node));
    return proven(before, {{at, at, lines}}, change);
}

namespace
{

/// Of a pair in brackets: with the comma behind it, else with the one before it.
Edit cutFromBrackets(const Stream &stream, NodeId mapping, NodeId key, NodeId value)
{
    const auto next = stream.node(value).next;
    if (next != noNode)
        return {outerBegin(stream, key),
                outerBegin(stream, next) < 0 ? stream.node(next).begin : outerBegin(stream, next),
                {}};
    auto before = noNode;
    for (const auto pair : stream.pairs(mapping)) {
        if (pair.key == key)
            break;
        before = pair.value;
    }
    const auto begin = before == noNode ? stream.node(mapping).begin + 1 : outerEnd(stream, before);
    const auto end = before == noNode ? stream.node(mapping).end - 1 : outerEnd(stream, value);
    return {begin, end, {}};
}

/// The lines of a pair, with their line end.
Edit cutLines(QByteArrayView text, qsizetype begin, qsizetype end)
{
    const auto first = lineBegin(text, begin);
    auto behind = lineEndFrom(text, end);
    if (behind < text.size() && text[behind] == '\r')
        ++behind;
    if (behind < text.size() && text[behind] == '\n')
        ++behind;
    return {first, behind, {}};
}

} // namespace

Result<QByteArray> withoutEntry(const Stream &before, const KeyPath &path)
{
    const auto way = follow(before, path);
    if (path.isEmpty() || way.depth != path.size())
        return refusal(Text::tr("There is no such key."));
    const auto parent = follow(before, path.first(path.size() - 1)).node;
    const auto isOnly = before.node(before.node(parent).first).next == way.node && before.node(way.node).next == noNode;
    if (isOnly && path.size() > 1)
        return withoutEntry(before, path.first(path.size() - 1));
    const TreeChange change{.kind = TreeChange::Kind::Remove, .path = path, .values = {}};
    if (outerBegin(before, way.key) < 0)
        return refusalAt(before.node(way.key), Text::tr("the key has an anchor or a tag."));
    if (isFlow(before, parent))
        return proven(before, {cutFromBrackets(before, parent, way.key, way.node)}, change);
    const QByteArrayView text(before.text());
    const auto begin = outerBegin(before, way.key);
    if (!isFirstInLine(text, begin) || isOnly)
        return refusalAt(before.node(way.key), Text::tr("this is written in a way that is left to a person."));
    return proven(before, {cutLines(text, begin, outerEnd(before, way.node))}, change);
}

} // namespace slipway::yaml
