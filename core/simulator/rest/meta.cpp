// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/ratelimit.h"
#include "core/simulator/rest/router.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

constexpr auto enterpriseVersion = "3.19.1";

/// "user_search_url" is the API's address and this, and so on.
constexpr std::pair<const char *, const char *> addresses[] = {
    {"code_search", "/search/code?q={query}{&page,per_page,sort,order}"},
    {"commit_search", "/search/commits?q={query}{&page,per_page,sort,order}"},
    {"current_user", "/user"},
    {"current_user_repositories", "/user/repos{?type,page,per_page,sort}"},
    {"emails", "/user/emails"},
    {"emojis", "/emojis"},
    {"events", "/events"},
    {"feeds", "/feeds"},
    {"followers", "/user/followers"},
    {"following", "/user/following{/target}"},
    {"gists", "/gists{/gist_id}"},
    {"issue_search", "/search/issues?q={query}{&page,per_page,sort,order}"},
    {"issues", "/issues"},
    {"keys", "/user/keys"},
    {"label_search", "/search/labels?q={query}&repository_id={repository_id}{&page,per_page}"},
    {"notifications", "/notifications"},
    {"organization", "/orgs/{org}"},
    {"organization_repositories", "/orgs/{org}/repos{?type,page,per_page,sort}"},
    {"organization_teams", "/orgs/{org}/teams"},
    {"public_gists", "/gists/public"},
    {"rate_limit", "/rate_limit"},
    {"repository", "/repos/{owner}/{repo}"},
    {"repository_search", "/search/repositories?q={query}{&page,per_page,sort,order}"},
    {"starred", "/user/starred{/owner}{/repo}"},
    {"starred_gists", "/gists/starred"},
    {"user", "/users/{user}"},
    {"user_organizations", "/user/orgs"},
    {"user_repositories", "/users/{user}/repos{?type,page,per_page,sort}"},
    {"user_search", "/search/users?q={query}{&page,per_page,sort,order}"},
};

Answer root(const Call &call)
{
    Json json;
    for (const auto &[name, path] : addresses)
        json.set(QString(QLatin1StringView{name} + u"_url"_s), call.links.api + QLatin1StringView{path});
    json.set("current_user_authorizations_html_url",
             call.links.html + u"/settings/connections/applications{/client_id}");
    if (call.version == Version::Of2022) {
        json.set("authorizations_url", call.links.api + u"/authorizations");
        json.set("hub_url", call.links.api + u"/hub");
    }
    return rest::json(200, json);
}

Answer meta(const Call &call)
{
    Json json{{"verifiable_password_authentication", false}};
    if (call.isEnterprise())
        json.set("installed_version", QLatin1StringView{enterpriseVersion});
    return rest::json(200, json);
}

Answer versions(const Call &call)
{
    if (call.isEnterprise())
        return notFound(call);
    return json(200, QJsonArray{u"2022-11-28"_s, u"2026-03-10"_s});
}

Json limitJson(const Call &call, const QString &resource)
{
    const auto limit = rateLimit(call.world, call.viewer, resource);
    return {{"limit", limit.limit},
            {"used", limit.used},
            {"remaining", limit.remaining()},
            {"reset", limit.resetsAt.toSecsSinceEpoch()}};
}

Answer limits(const Call &call)
{
    if (call.isEnterprise())
        return refusal(call, 404, u"Rate limiting is not enabled."_s);
    Json json{{"resources", Json{{"core", limitJson(call, u"core"_s)},
                                 {"search", limitJson(call, u"search"_s)},
                                 {"graphql", limitJson(call, u"graphql"_s)}}}};
    if (call.version == Version::Of2022)
        json.set("rate", limitJson(call, u"core"_s));
    return rest::json(200, json);
}

} // namespace

QList<Route> metaRoutes()
{
    return {
        {"GET", u"/"_s, For::Anyone, u"meta/meta#github-api-root"_s, root},
        {"GET", u""_s, For::Anyone, u"meta/meta#github-api-root"_s, root},
        {"GET", u"/meta"_s, For::Anyone, u"meta/meta#get-apiname-meta-information"_s, meta},
        {"GET", u"/versions"_s, For::Anyone, u"meta/meta#get-all-api-versions"_s, versions},
        {"GET", u"/rate_limit"_s, For::Anyone,
         u"rate-limit/rate-limit#get-rate-limit-status-for-the-authenticated-user"_s, limits},
    };
}

} // namespace slipway::simulator::rest
