// SPDX-License-Identifier: GPL-3.0-or-later
// Reads any bytes as YAML and replaces each scalar in turn: the proof holds, or the edit is refused.
// Input: the new text, a NUL byte, the file.
#include "core/yaml/comment.h"
#include "core/yaml/proof.h"
#include "core/yaml/scalartype.h"

#include <cstdint>
#include <cstdlib>

using namespace slipway::yaml;

namespace
{

void require(bool claim)
{
    if (!claim)
        std::abort();
}

void checkPlace(const Stream &stream, const Node &node)
{
    require(node.begin >= 0 && node.begin <= node.end && node.end <= stream.text().size());
    require(node.line >= 1 && node.column >= 1);
    const auto bytes = QByteArrayView{stream.text()}.sliced(node.begin, node.end - node.begin);
    require(!node.verbatim || bytes == node.value);
}

void checkEdit(const Stream &stream, NodeId id, const QByteArray &value)
{
    const auto &node = stream.node(id);
    const auto text = provenEdit(stream, {{node.begin, node.end, value}}, {{id, value}});
    if (!text)
        return;
    const QByteArrayView before{stream.text()};
    const QByteArrayView after{*text};
    require(after.size() == before.size() - (node.end - node.begin) + value.size());
    require(after.first(node.begin) == before.first(node.begin));
    require(after.sliced(node.begin + value.size()) == before.sliced(node.end));
    const auto again = Stream::parse(*text);
    require(again && again->size() == stream.size() && again->node(id).value == value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr NodeId mostScalars = 16; // each is a parse
    const auto input = QByteArray{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const auto separator = input.indexOf('\0');
    const auto value = separator > 0 ? input.first(separator) : QByteArray{"ghcr.io/acme/web:1.2"};
    const auto stream = Stream::parse(input.sliced(separator + 1));
    if (!stream) {
        require(stream.error().line >= 1 && stream.error().column >= 1 && !stream.error().message.isEmpty());
        return 0;
    }
    for (NodeId id = 0; id < stream->size(); ++id) {
        const auto &node = stream->node(id);
        checkPlace(*stream, node);
        if (node.kind != Kind::Scalar)
            continue;
        static_cast<void>(typeOf(node));
        static_cast<void>(commentBeside(*stream, id));
        if (id < mostScalars)
            checkEdit(*stream, id, value);
    }
    return 0;
}
