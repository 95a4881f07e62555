// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QString textOf(const NodeId &id)
{
    return id.kind + u"_kw"_s + QString::fromLatin1(id.parts.join(u'\n').toUtf8().toBase64(encoding));
}

std::optional<NodeId> parseNodeId(const QString &text)
{
    const auto split = text.indexOf("_kw"_L1);
    if (split < 1)
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(text.sliced(split + 3).toLatin1(),
                                                        encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    return NodeId{text.first(split), QString::fromUtf8(*decoded).split(u'\n')};
}

QString nodeId(const QString &kind, qint64 id)
{
    return textOf({kind, {QString::number(id)}});
}

} // namespace slipway::simulator
