// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <deque>
#include <expected>
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
    bool verbatim = false; ///< a scalar whose bytes [begin, end) are its value, once read as UTF-8
    qint32 line = 0;       ///< of `begin`, from 1
    qint32 column = 0;     ///< of `begin`, from 1, in code points; a byte order mark is not counted
    qint32 begin = 0;      ///< first byte of the content: inside of quotes; a block scalar's first text character
    qint32 end = 0;        ///< behind the last byte of the content; before a block scalar's last line end
    QByteArrayView tag;    ///< resolved, e.g. "!reset", "tag:yaml.org,2002:str"; empty if none is written
    QByteArrayView anchor; ///< empty if there is none
    QByteArrayView value;  ///< a scalar's value, UTF-8
    NodeId target = noNode; ///< an alias's anchor node
    NodeId first = noNode;  ///< a collection's first child; a mapping's children are key, value, key, value …
    NodeId next = noNode;   ///< the next child of the same parent
};

/// Why a text is not read, with its place.
struct ParseError
{
    enum class Code { Encoding, Invalid, DuplicateKey };

    Code code;
    int line;   ///< from 1
    int column; ///< from 1, in code points
    QString message; ///< one sentence for the person

    bool operator==(const ParseError &) const = default;
};

/// A YAML 1.2 file as the nodes of its documents, in one piece of memory. Values and tags are views into it.
/// Limits: 16 MiB, depth 64, 100,000 nodes after aliases are expanded (for files whose aliases multiply nodes).
class Stream
{
public:
    /// Keeps the text as it is: byte order mark, line ends, a missing last newline.
    [[nodiscard]] static std::expected<Stream, ParseError> parse(QByteArray text);

    Stream(Stream &&) noexcept = default;
    Stream &operator=(Stream &&) noexcept = default;

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] const std::vector<NodeId> &documents() const { return m_documents; } ///< the roots; an empty document has noNode
    [[nodiscard]] const Node &node(NodeId id) const { return m_nodes[static_cast<size_t>(id)]; }
    [[nodiscard]] NodeId size() const { return static_cast<NodeId>(m_nodes.size()); }

    /// The node itself, or what an alias stands for.
    [[nodiscard]] NodeId resolved(NodeId id) const;
    /// The value of a mapping's own key (merge keys are not followed); noNode if there is none or it is no mapping.
    [[nodiscard]] NodeId find(NodeId mapping, QByteArrayView key) const;

private:
    Stream() = default;

    QByteArray m_text;
    std::vector<Node> m_nodes;
    std::vector<NodeId> m_documents;
    std::deque<QByteArray> m_owned; ///< values that differ from their bytes
};

} // namespace slipway::yaml
