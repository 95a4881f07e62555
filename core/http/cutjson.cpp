// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/cutjson.h"

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

bool isCutJson(const QHttpHeaders &headers, QByteArrayView body)
{
    using Name = QHttpHeaders::WellKnownHeader;
    const bool isChunked = headers.combinedValue(Name::TransferEncoding).toLower().contains("chunked");
    const bool isJson = headers.combinedValue(Name::ContentType).toLower().contains("json");
    return isChunked && isJson && (body.trimmed().isEmpty() || openAtTheEnd(body) > 0);
}

} // namespace slipway::http
