// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/github/refusal.h"

#include <QJsonObject>

namespace slipway::github
{

/// A question to the GraphQL API.
struct Query
{
    QString text;
    QJsonObject variables = {};
    QString what = {}; ///< what it is about, as messages name it
};

/// What keeps a part of an answer from being there.
struct GraphQlError
{
    QString type;    ///< "NOT_FOUND", "FORBIDDEN", "STALE_DATA", or the code "undefinedField"; may be empty
    QString message; ///< the host's own words, quotable()

    bool operator==(const GraphQlError &) const = default;
};

/// An answer of the GraphQL API. It may hold data and errors: what could not be read is null, the rest is there.
struct GraphQlAnswer
{
    QByteArray body;
    QList<GraphQlError> errors = {};
    bool hasData = false;

    /// Whether the host does not know something that the question names: it is older than that.
    [[nodiscard]] bool isUnknownThere() const;
};

/// Errors: Protocol, if it is no answer of GraphQL.
[[nodiscard]] Result<GraphQlAnswer> readGraphQl(const QByteArray &body);

/// Whether a limit was met: GraphQL tells that with status 200.
[[nodiscard]] bool isLimit(const GraphQlAnswer &answer);

/// Why such an answer is not complete, in one error: that of its first.
[[nodiscard]] Error refusal(const GraphQlAnswer &answer, const Asked &asked);

/// Reads `data` with `read`. Errors: Protocol.
template<class Read> [[nodiscard]] auto decodeData(const GraphQlAnswer &answer, Read read)
{
    return json::decode(answer.body,
                        [&read](const json::Value &in) { return std::invoke(read, in[QLatin1StringView{"data"}]); });
}

} // namespace slipway::github
