// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <expected>
#include <iterator>
#include <memory>
#include <memory_resource>
#include <vector>

namespace slipway::yaml
{

using NodeId = qint32; ///< an index into a Stream's nodes
inline constexpr NodeId noNode = -1;

enum class Kind : quint8 { Scalar, Sequence, Mapping, Alias };
enum class Style : quint8 { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };

/// A node of a document, with its place in the file.
struct Node
{
    Kind kind = Kind::Scalar;
    Style style = Style::Plain;
    bool verbatim = false;  ///< a scalar whose bytes [begin, end) are its value, one to one
    qint32 line = 0;        ///< of `begin`, from 1
    qint32 column = 0;      ///< of `begin`, from 1, in code points; a byte order mark is not counted
    qint32 begin = 0;       ///< first byte of the content: inside of quotes; a block scalar's first text character; an
                            ///< alias's name; of a collection in brackets the bracket, else its first child
    qint32 end = 0;         ///< behind the content; before a block scalar's last line end (with `|` and `>`, which keep
                            ///< that line end in the value, the scalar is therefore not verbatim)
    NodeId target = noNode; ///< an alias's anchor node
    NodeId first = noNode;  ///< a collection's first child; a mapping's children are key, value, key, value …
    NodeId next = noNode;   ///< the next child of the same parent
    QByteArrayView tag;     ///< resolved, e.g. "!reset", "tag:yaml.org,2002:str"; empty if none is written
    QByteArrayView anchor;  ///< empty if there is none
    QByteArrayView value;   ///< a scalar's value, UTF-8; an alias's name
};

/// A key and its value in a mapping.
struct Pair
{
    NodeId key;
    NodeId value;
};

/// The children of one collection, one by one (NodeId) or as a mapping's pairs (Pair), for a range-based for.
template<class Element> class Children
{
public:
    struct Iterator
    {
        const Node *nodes;
        NodeId at;

        [[nodiscard]] NodeId next(NodeId id) const { return nodes[id].next; }
        Element operator*() const
        {
            if constexpr (std::is_same_v<Element, Pair>)
                return {at, next(at)};
            else
                return at;
        }
        Iterator &operator++()
        {
            at = next(std::is_same_v<Element, Pair> ? next(at) : at);
            return *this;
        }
        bool operator==(std::default_sentinel_t) const { return at == noNode; }
    };

    Children(const Node *nodes, NodeId first)
        : m_begin{nodes, first}
    {
    }
    [[nodiscard]] Iterator begin() const { return m_begin; }
    [[nodiscard]] std::default_sentinel_t end() const { return {}; }

private:
    Iterator m_begin;
};

/// Why a text is not read, with its place.
struct ParseError
{
    enum class Code { Encoding, Invalid, DuplicateKey };

    Code code;
    int line;        ///< from 1
    int column;      ///< from 1, in code points
    QString message; ///< one sentence for the person

    bool operator==(const ParseError &) const = default;
};

/// Where lines inside of brackets and quotes may begin. YAML 1.2 wants them indented more than their key; the parsers
/// of Compose and of most others (go-yaml, PyYAML) take them anywhere, and people's files have `]` below the key.
enum class Indentation { Loose, Yaml12 };

/// A YAML 1.2 file as the nodes of its documents, in the order of the text and in one piece of memory. Values and tags
/// are views into it. Limits: 16 MiB, depth 64, 2,000,000 nodes; with aliases expanded (they never are) 100,000 nodes,
/// or in big files ten times those that are written.
class Stream
{
public:
    /// Keeps the text as it is: byte order mark, line ends, a missing last newline.
    [[nodiscard]] static std::expected<Stream, ParseError> parse(QByteArray text,
                                                                 Indentation indentation = Indentation::Loose);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// The roots; an empty document has noNode.
    [[nodiscard]] const std::vector<NodeId> &documents() const { return m_documents; }
    [[nodiscard]] const Node &node(NodeId id) const { return m_nodes[static_cast<size_t>(id)]; }
    [[nodiscard]] NodeId size() const { return static_cast<NodeId>(m_nodes.size()); }

    /// The node itself, or what an alias stands for.
    [[nodiscard]] NodeId resolved(NodeId id) const;
    /// The value of a mapping's own key (merge keys are not followed); noNode if there is none or it is no mapping.
    [[nodiscard]] NodeId find(NodeId mapping, QByteArrayView key) const;

    /// A collection's children in order, a mapping's keys and values in turn; none if it is no collection.
    [[nodiscard]] Children<NodeId> children(NodeId collection) const;
    /// A mapping's own pairs in order; none if it is no mapping.
    [[nodiscard]] Children<Pair> pairs(NodeId mapping) const;

private:
    friend class Builder;
    Stream() = default;

    QByteArray m_text;
    std::vector<Node> m_nodes;
    std::vector<NodeId> m_documents;
    std::unique_ptr<std::pmr::monotonic_buffer_resource> m_owned; ///< values and tags that differ from their bytes
};

} // namespace slipway::yaml
