// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/graphql.h"

#include "core/github/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

constexpr qsizetype mostErrors = 20;

QString textOr(const json::Value &in, QLatin1StringView field)
{
    const auto value = in.find(field);
    return value ? quotable(value->text()) : QString{};
}

GraphQlError readError(const json::Value &in)
{
    auto type = textOr(in, "type"_L1);
    const auto extensions = in.find("extensions"_L1);
    if (type.isEmpty() && extensions)
        type = textOr(*extensions, "code"_L1);
    return {.type = type, .message = textOr(in, "message"_L1)};
}

Error::Kind kindOf(const GraphQlError &error)
{
    const auto &type = error.type;
    if (type == "NOT_FOUND"_L1)
        return Error::Kind::NotFound;
    if (type == "FORBIDDEN"_L1 || type == "INSUFFICIENT_SCOPES"_L1)
        return Error::Kind::Forbidden;
    if (type == "STALE_DATA"_L1)
        return Error::Kind::Conflict;
    if (type == "UNPROCESSABLE"_L1)
        return Error::Kind::InvalidInput;
    if (type == "SERVICE_UNAVAILABLE"_L1 || type == "INTERNAL"_L1)
        return Error::Kind::Offline;
    return Error::Kind::Protocol;
}

} // namespace

bool GraphQlAnswer::isUnknownThere() const
{
    return std::ranges::any_of(errors, [](const GraphQlError &error) { return error.type == "undefinedField"_L1; });
}

Result<GraphQlAnswer> readGraphQl(const QByteArray &body)
{
    return json::decode(body, [&body](const json::Value &in) {
        GraphQlAnswer answer{.body = body, .hasData = in.find("data"_L1).has_value()};
        if (const auto errors = in.find("errors"_L1))
            answer.errors = errors->each(readError).mid(0, mostErrors);
        return answer;
    });
}

bool isLimit(const GraphQlAnswer &answer)
{
    return std::ranges::any_of(answer.errors, [](const GraphQlError &error) {
        return error.type == "RATE_LIMITED"_L1 || error.type == "RATE_LIMIT"_L1 ||
               error.message.contains("secondary rate limit"_L1, Qt::CaseInsensitive);
    });
}

Error refusal(const GraphQlAnswer &answer, const Asked &asked)
{
    const auto first = answer.errors.isEmpty() ? GraphQlError{} : answer.errors.first();
    Error error{
        .kind = kindOf(first),
        .message = Text::tr("%1: %2 does not do that (%3).")
                       .arg(asked.what, asked.host.name, first.message.isEmpty() ? first.type : first.message),
        .details = u"GraphQL: "_s + (first.type.isEmpty() ? u"no type"_s : first.type),
    };
    if (error.kind == Error::Kind::NotFound)
        error.message =
            Text::tr("%1 was not found on %2, or there is no access to it.").arg(asked.what, asked.host.name);
    return error;
}

} // namespace slipway::github
