// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/cutbody.h"

namespace slipway::http
{
namespace
{

/// Brackets that are open at the end, a text counting as one.
int openAtTheEnd(QByteArrayView body)
{
    int open = 0;
    bool inText = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char byte = body.at(i);
        if (inText && byte == '\\')
            ++i;
        else if (byte == '"')
            inText = !inText;
        else if (!inText)
            open += byte == '{' || byte == '[' ? 1 : byte == '}' || byte == ']' ? -1 : 0;
    }
    return open + (inText ? 1 : 0);
}

} // namespace

bool isCutShort(const QHttpHeaders &headers, QByteArrayView body)
{
    using Name = QHttpHeaders::WellKnownHeader;
    if (headers.contains(Name::ContentLength))
        return body.size() < headers.combinedValue(Name::ContentLength).toLongLong();
    const auto type = headers.combinedValue(Name::ContentType).toLower();
    // Registries serve the JSON of an image's configuration as plain bytes.
    const bool isJson = type.contains("json") || (type == "application/octet-stream" && body.trimmed().startsWith('{'));
    return isJson && (body.trimmed().isEmpty() || openAtTheEnd(body) > 0);
}

} // namespace slipway::http
