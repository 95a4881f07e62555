// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/rest/repositories.h"

#include "core/simulator/api/nodeid.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

/// "archive_url" is the repository's address and this, and so on.
constexpr std::pair<const char *, const char *> addresses[] = {
    {"archive", "/{archive_format}{/ref}"},
    {"assignees", "/assignees{/user}"},
    {"blobs", "/git/blobs{/sha}"},
    {"branches", "/branches{/branch}"},
    {"collaborators", "/collaborators{/collaborator}"},
    {"comments", "/comments{/number}"},
    {"commits", "/commits{/sha}"},
    {"compare", "/compare/{base}...{head}"},
    {"contents", "/contents/{+path}"},
    {"contributors", "/contributors"},
    {"deployments", "/deployments"},
    {"downloads", "/downloads"},
    {"events", "/events"},
    {"forks", "/forks"},
    {"git_commits", "/git/commits{/sha}"},
    {"git_refs", "/git/refs{/sha}"},
    {"git_tags", "/git/tags{/sha}"},
    {"hooks", "/hooks"},
    {"issue_comment", "/issues/comments{/number}"},
    {"issue_events", "/issues/events{/number}"},
    {"issues", "/issues{/number}"},
    {"keys", "/keys{/key_id}"},
    {"labels", "/labels{/name}"},
    {"languages", "/languages"},
    {"merges", "/merges"},
    {"milestones", "/milestones{/number}"},
    {"notifications", "/notifications{?since,all,participating}"},
    {"pulls", "/pulls{/number}"},
    {"releases", "/releases{/id}"},
    {"stargazers", "/stargazers"},
    {"statuses", "/statuses/{sha}"},
    {"subscribers", "/subscribers"},
    {"subscription", "/subscription"},
    {"tags", "/tags"},
    {"teams", "/teams"},
    {"trees", "/git/trees{/sha}"},
};

qsizetype openOnes(const Repository &repository)
{
    return std::ranges::count_if(repository.pulls, &PullRequest::isOpen) +
           std::ranges::count_if(repository.issues, [](const Issue &issue) { return !issue.closedAt; });
}

Json permissionsOf(const Call &call, const Repository &repository)
{
    const bool isAdmin = repository.permissions.value(call.viewer.login) == Repository::Permission::Admin;
    const bool writes = mayWrite(call.viewer, repository);
    return {{"admin", isAdmin}, {"maintain", isAdmin}, {"push", writes}, {"triage", writes}, {"pull", true}};
}

void addPlainFacts(Json &json)
{
    for (const auto *none : {"forks", "forks_count", "stargazers_count", "watchers", "watchers_count"})
        json.set(QLatin1StringView{none}, 0);
    for (const auto *unknown : {"description", "homepage", "language", "license", "mirror_url"})
        json.set(QLatin1StringView{unknown}, QJsonValue::Null);
    for (const auto *no : {"fork", "archived", "disabled", "has_pages", "has_discussions", "is_template"})
        json.set(QLatin1StringView{no}, false);
    for (const auto *yes : {"has_issues", "has_projects", "has_wiki", "allow_forking"})
        json.set(QLatin1StringView{yes}, true);
}

/// What one repository by itself tells more than a list.
Json fullJson(const Call &call, const Repository &repository)
{
    auto json = repositoryJson(call, repository);
    json.set("network_count", 0);
    json.set("subscribers_count", 0);
    json.set("allow_squash_merge", true);
    json.set("allow_merge_commit", false);
    json.set("allow_rebase_merge", false);
    json.set("allow_auto_merge", true);
    json.set("delete_branch_on_merge", repository.deletesMergedBranches);
    if (const auto *owner = account(call.world, repository.owner); owner->kind == Account::Kind::Organization)
        json.set("organization", simpleUser(call, owner->login));
    return json;
}

Answer get(const Call &call)
{
    return json(200, fullJson(call, *call.repository));
}

/// Those the viewer sees, newest push first where that is asked, else by name.
QList<const Repository *> visible(const Call &call, auto isMeant)
{
    QList<const Repository *> list;
    for (const auto &repository : std::as_const(call.world.repositories))
        if (maySee(call.viewer, repository) && isMeant(repository))
            list.append(&repository);
    if (call.query("sort"_L1) == "pushed"_L1)
        std::ranges::stable_sort(list, std::greater{}, &Repository::pushedAt);
    return list;
}

Answer listed(const Call &call, const QList<const Repository *> &list)
{
    return page(call, list, [&](const Repository *one) { return repositoryJson(call, *one); });
}

Answer listOfOwner(const Call &call)
{
    const auto login = call.part("owner_login"_L1);
    if (!account(call.world, login))
        return notFound(call);
    return listed(
        call, visible(call, [&](const Repository &one) { return one.owner.compare(login, Qt::CaseInsensitive) == 0; }));
}

Answer listOfMine(const Call &call)
{
    return listed(call, visible(call, [&](const Repository &one) {
                      return one.owner == call.viewer.login || one.permissions.contains(call.viewer.login);
                  }));
}

} // namespace

QString urlOf(const Call &call, const Repository &repository)
{
    return call.links.api + u"/repos/"_s + fullName(repository);
}

QString htmlOf(const Call &call, const Repository &repository)
{
    return call.links.html + u'/' + fullName(repository);
}

Json repositoryJson(const Call &call, const Repository &repository)
{
    const auto url = urlOf(call, repository), html = htmlOf(call, repository);
    const auto host = QUrl{call.links.html}.host();
    Json json{
        {"id", repository.id},
        {"node_id", nodeId(u"R"_s, repository.id)},
        {"name", repository.name},
        {"full_name", fullName(repository)},
        {"owner", simpleUser(call, repository.owner)},
        {"private", repository.isPrivate},
        {"visibility", repository.isPrivate ? u"private"_s : u"public"_s},
        {"html_url", html},
        {"url", url},
        {"git_url", u"git://"_s + host + u'/' + fullName(repository) + u".git"},
        {"ssh_url", u"git@"_s + host + u':' + fullName(repository) + u".git"},
        {"clone_url", html + u".git"},
        {"svn_url", html},
        {"size", 64},
        {"default_branch", repository.defaultBranch},
        {"open_issues", openOnes(repository)},
        {"open_issues_count", openOnes(repository)},
        {"topics", QJsonArray{}},
        {"created_at", timeText(repository.createdAt)},
        {"updated_at", timeText(repository.pushedAt)},
        {"pushed_at", timeText(repository.pushedAt)},
        {"permissions", permissionsOf(call, repository)},
        {"web_commit_signoff_required", false},
    };
    addPlainFacts(json);
    for (const auto &[name, suffix] : addresses)
        json.set(QString(QLatin1StringView{name} + u"_url"_s), url + QLatin1StringView{suffix});
    if (call.version == Version::Of2022)
        json.set("has_downloads", true);
    return json;
}

QList<Route> repositoryRoutes()
{
    return {
        {"GET", u"/repos/{owner}/{repo}"_s, For::Anyone, u"repos/repos#get-a-repository"_s, get},
        {"GET", u"/orgs/{owner_login}/repos"_s, For::Anyone, u"repos/repos#list-organization-repositories"_s,
         listOfOwner},
        {"GET", u"/users/{owner_login}/repos"_s, For::Anyone, u"repos/repos#list-repositories-for-a-user"_s,
         listOfOwner},
        {"GET", u"/user/repos"_s, For::SignedIn, u"repos/repos#list-repositories-for-the-authenticated-user"_s,
         listOfMine},
    };
}

} // namespace slipway::simulator::rest
