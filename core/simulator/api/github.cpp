// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/github.h"

#include "core/simulator/api/ratelimit.h"
#include "core/simulator/graphql/execution.h"
#include "core/simulator/objects/site.h"
#include "core/simulator/rest/router.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

using Name = QHttpHeaders::WellKnownHeader;

constexpr auto versionHeader = "X-GitHub-Api-Version";
constexpr auto oldVersion = "2022-11-28", newVersion = "2026-03-10";

bool isGraphql(const QString &path)
{
    return path == "/graphql"_L1 || path == "/api/graphql"_L1;
}

Answer refusal(int status, const QString &message, const QString &page)
{
    return rest::json(status, Json{{"message", message},
                                   {"documentation_url", u"https://docs.github.com/"_s + page},
                                   {"status", QString::number(status)}});
}

rest::Links linksOf(const Request &request)
{
    if (isEnterprisePath(request.path))
        return {request.base + u"/api/v3", request.base};
    const bool isReal = request.host == "api.github.com"_L1;
    return {request.base, isReal ? u"https://github.com"_s : request.base};
}

/// The version asked for, 2022-11-28 where none is. Nothing if the host does not know it.
std::optional<QByteArray> versionOf(const Request &request)
{
    const auto wanted = request.headers.value(versionHeader);
    if (wanted.isEmpty() || wanted == oldVersion)
        return oldVersion;
    if (wanted == newVersion && !isEnterprisePath(request.path))
        return newVersion;
    return {};
}

/// Of the answer and of whom it is for: a rotated token makes every tag another.
QByteArray etagOf(const Request &request, const Viewer &viewer, const Answer &answer)
{
    QCryptographicHash hash{QCryptographicHash::Sha256};
    hash.addData(answer.body);
    hash.addData(viewer.token.toUtf8());
    hash.addData(request.headers.combinedValue(Name::Accept));
    hash.addData(request.headers.value(versionHeader));
    return "W/\"" + hash.result().toHex() + '"';
}

/// What the viewer has is still right, so that nothing but this is said.
bool isKnown(const Request &request, const QByteArray &etag)
{
    const auto strong = [](QByteArray tag) { return tag.trimmed().replace("W/", ""); };
    const auto known = request.headers.combinedValue(Name::IfNoneMatch).split(',');
    return std::ranges::any_of(known, [&](const QByteArray &tag) { return strong(tag) == strong(etag); });
}

void makeConditional(const Request &request, const Viewer &viewer, Answer &answer)
{
    if ((request.method != "GET" && request.method != "HEAD") || answer.status != 200)
        return;
    const auto etag = etagOf(request, viewer, answer);
    if (isKnown(request, etag)) {
        answer.status = 304;
        answer.body.clear();
    }
    answer.headers.append(Name::ETag, etag);
    answer.headers.append(Name::CacheControl, "private, max-age=60, s-maxage=60");
    answer.headers.append(Name::Vary,
                          "Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With");
}

void addTokenFacts(const Viewer &viewer, Answer &answer)
{
    if (viewer.kind == Viewer::Kind::Classic) {
        answer.headers.append("X-OAuth-Scopes", viewer.scopes.join(u", "_s).toLatin1());
        if (!answer.headers.contains("X-Accepted-OAuth-Scopes"))
            answer.headers.append("X-Accepted-OAuth-Scopes", "repo");
    }
    if (viewer.expiresAt)
        answer.headers.append("github-authentication-token-expiration",
                              viewer.expiresAt->toUTC().toString(u"yyyy-MM-dd hh:mm:ss 'UTC'").toLatin1());
}

Answer exceeded(const Viewer &viewer, bool isQuery)
{
    if (isQuery)
        return rest::json(
            200,
            Json{{"errors", QJsonArray{Json{{"type", u"RATE_LIMITED"_s}, {"message", u"API rate limit exceeded"_s}}}}});
    const auto whose = viewer.login.isEmpty() ? u"your address"_s : u"user ID "_s + viewer.login;
    return refusal(403, u"API rate limit exceeded for %1."_s.arg(whose),
                   u"rest/overview/rate-limits-for-the-rest-api"_s);
}

} // namespace

bool isEnterprisePath(const QString &path)
{
    return path == "/api/v3"_L1 || path.startsWith("/api/v3/"_L1) || path == "/api/graphql"_L1;
}

GitHub::GitHub(World &world)
    : m_world(world)
    , m_memory(memoryOf(world))
{
}

Answer GitHub::answer(const Request &request)
{
    const auto viewer = viewerOf(m_world, request);
    const auto version = versionOf(request);
    Answer answer;
    if (request.headers.value(Name::UserAgent).isEmpty())
        answer = refusal(403,
                         u"Request forbidden by administrative rules. Please make sure your request has a "
                         "User-Agent header."_s,
                         u"rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent"_s);
    else if (!viewer)
        answer = refusal(401, u"Bad credentials"_s, u"rest"_s);
    else if (!version)
        answer = refusal(
            400, u"\"%1\" is not a supported version"_s.arg(QString::fromLatin1(request.headers.value(versionHeader))),
            u"rest/about-the-rest-api/api-versions"_s);
    else
        answer = budgeted(request, *viewer);
    answer.headers.append("X-GitHub-Request-Id",
                          QByteArray::number(0xF00D0000 + ++m_requests, 16).toUpper() + ":51:1B7D3E2:1C9A4F0");
    answer.headers.append("X-GitHub-Media-Type", "github.v3; format=json");
    answer.headers.append("X-GitHub-Api-Version-Selected", version.value_or(oldVersion));
    if (isEnterprisePath(request.path))
        answer.headers.append("X-GitHub-Enterprise-Version", "3.19.1");
    return answer;
}

/// An Enterprise Server has no limits unless somebody sets them. What has not changed, and the question for the limits
/// itself, cost nothing.
Answer GitHub::budgeted(const Request &request, const Viewer &viewer)
{
    const bool isQuery = isGraphql(request.path), isLimited = !isEnterprisePath(request.path);
    const auto resource = isQuery ? u"graphql"_s : u"core"_s;
    auto limit = rateLimit(m_world, viewer, resource);
    const bool isFree = request.path == "/rate_limit"_L1 || !isLimited;
    Answer answer;
    if (!isFree && limit.used >= limit.limit) {
        answer = isQuery && viewer.kind == Viewer::Kind::Nobody
                     ? refusal(401, u"This endpoint requires you to be authenticated."_s, u"graphql"_s)
                     : exceeded(viewer, isQuery);
    } else {
        answer = isQuery ? graphql(request, viewer) : rest(request, viewer);
        makeConditional(request, viewer, answer);
        const bool isCounted = !isFree && (answer.status != 304 || viewer.kind == Viewer::Kind::Nobody);
        limit = spend(m_world, viewer, resource, isCounted ? 1 : 0);
    }
    addTokenFacts(viewer, answer);
    if (isLimited)
        addHeaders(answer.headers, limit);
    return answer;
}

Answer GitHub::rest(const Request &request, const Viewer &viewer)
{
    return rest::dispatch(
        {.world = m_world,
         .memory = m_memory,
         .request = request,
         .viewer = viewer,
         .links = linksOf(request),
         .version = *versionOf(request) == newVersion ? rest::Version::Of2026 : rest::Version::Of2022});
}

Answer GitHub::graphql(const Request &request, const Viewer &viewer)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    const objects::Site site{m_world, m_memory, viewer, linksOf(request).html};
    if (request.method != "POST" || !body.value("query"_L1).isString())
        return refusal(400, u"A query attribute must be specified and must be a string."_s, u"graphql"_s);
    return rest::json(200, graphql::execute({.query = body.value("query"_L1).toString(),
                                             .operationName = body.value("operationName"_L1).toString(),
                                             .variables = body.value("variables"_L1).toObject()},
                                            {objects::queryRoot(site), objects::mutationRoot(site)}));
}

} // namespace slipway::simulator
