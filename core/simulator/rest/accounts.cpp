// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/rest/accounts.h"

#include "core/simulator/api/nodeid.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/router.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

QString typeOf(const Account &account)
{
    switch (account.kind) {
    case Account::Kind::User: return u"User"_s;
    case Account::Kind::Bot: return u"Bot"_s;
    case Account::Kind::Organization: return u"Organization"_s;
    }
    return {};
}

Json simple(const Call &call, const Account &account)
{
    const auto login = QString::fromLatin1(QUrl::toPercentEncoding(account.login));
    const QString url = call.links.api + u"/users/"_s + login;
    const bool isApp = account.kind == Account::Kind::Bot;
    const QString html = (isApp ? u"/apps/"_s : u"/"_s) + QString{account.login}.remove("[bot]"_L1);
    Json user{
        {"login", account.login},
        {"id", account.id},
        {"node_id", nodeId(u"U"_s, account.id)},
        {"avatar_url", u"https://avatars.githubusercontent.com/u/%1?v=4"_s.arg(account.id)},
        {"gravatar_id", u""_s},
        {"url", url},
        {"html_url", call.links.html + html},
        {"following_url", url + u"/following{/other_user}"},
        {"gists_url", url + u"/gists{/gist_id}"},
        {"starred_url", url + u"/starred{/owner}{/repo}"},
        {"organizations_url", url + u"/orgs"},
        {"events_url", url + u"/events{/privacy}"},
        {"type", typeOf(account)},
        {"user_view_type", u"public"_s},
        {"site_admin", false},
    };
    for (const auto *what : {"followers", "subscriptions", "repos", "received_events"})
        user.set(QString(QLatin1StringView{what} + u"_url"_s), url + u'/' + QLatin1StringView{what});
    return user;
}

qsizetype repositoriesOf(const World &world, const QString &login)
{
    return std::ranges::count_if(world.repositories, [&](const Repository &repository) {
        return repository.owner.compare(login, Qt::CaseInsensitive) == 0;
    });
}

Json full(const Call &call, const Account &account)
{
    auto user = simple(call, account);
    for (const auto *unknown : {"company", "blog", "location", "email", "hireable", "bio", "twitter_username"})
        user.set(QLatin1StringView{unknown}, QJsonValue::Null);
    for (const auto *none : {"public_gists", "followers", "following"})
        user.set(QLatin1StringView{none}, 0);
    user.set("name", account.name);
    user.set("public_repos", repositoriesOf(call.world, account.login));
    user.set("created_at", u"2016-03-01T09:00:00Z"_s);
    user.set("updated_at", u"2026-01-12T08:30:00Z"_s);
    return user;
}

Answer me(const Call &call)
{
    const auto *found = account(call.world, call.viewer.login);
    auto user = full(call, *found);
    for (const auto *none :
         {"private_gists", "total_private_repos", "owned_private_repos", "disk_usage", "collaborators"})
        user.set(QLatin1StringView{none}, 0);
    user.set("two_factor_authentication", true);
    user.set("user_view_type", u"private"_s);
    return json(200, user);
}

Answer person(const Call &call)
{
    const auto *found = account(call.world, call.part("username"_L1));
    return found ? json(200, full(call, *found)) : notFound(call);
}

Answer organization(const Call &call)
{
    const auto *found = account(call.world, call.part("org"_L1));
    if (!found || found->kind != Account::Kind::Organization)
        return notFound(call);
    const QString url = call.links.api + u"/orgs/"_s + found->login;
    Json organization{
        {"login", found->login},
        {"id", found->id},
        {"node_id", nodeId(u"O"_s, found->id)},
        {"url", url},
        {"members_url", url + u"/members{/member}"},
        {"public_members_url", url + u"/public_members{/member}"},
        {"avatar_url", u"https://avatars.githubusercontent.com/u/%1?v=4"_s.arg(found->id)},
        {"html_url", call.links.html + u'/' + found->login},
        {"description", QJsonValue::Null},
        {"name", found->name},
        {"has_organization_projects", true},
        {"has_repository_projects", true},
        {"public_repos", repositoriesOf(call.world, found->login)},
        {"public_gists", 0},
        {"followers", 0},
        {"following", 0},
        {"type", u"Organization"_s},
        {"created_at", u"2016-03-01T09:00:00Z"_s},
        {"updated_at", u"2026-01-12T08:30:00Z"_s},
        {"archived_at", QJsonValue::Null},
    };
    for (const auto *what : {"repos", "events", "hooks", "issues"})
        organization.set(QString(QLatin1StringView{what} + u"_url"_s), url + u'/' + QLatin1StringView{what});
    return json(200, organization);
}

Answer myOrganizations(const Call &call)
{
    QList<const Account *> mine;
    for (const auto &one : std::as_const(call.world.accounts))
        if (one.kind == Account::Kind::Organization && one.members.contains(call.viewer.login))
            mine.append(&one);
    return page(call, mine, [&](const Account *one) {
        const QString url = call.links.api + u"/orgs/"_s + one->login;
        return Json{
            {"login", one->login},
            {"id", one->id},
            {"node_id", nodeId(u"O"_s, one->id)},
            {"url", url},
            {"repos_url", url + u"/repos"},
            {"events_url", url + u"/events"},
            {"hooks_url", url + u"/hooks"},
            {"issues_url", url + u"/issues"},
            {"members_url", url + u"/members{/member}"},
            {"public_members_url", url + u"/public_members{/member}"},
            {"avatar_url", u"https://avatars.githubusercontent.com/u/%1?v=4"_s.arg(one->id)},
            {"description", u""_s},
        };
    });
}

} // namespace

QJsonValue simpleUser(const Call &call, const QString &login)
{
    const auto *found = account(call.world, login);
    return found ? QJsonValue{simple(call, *found)} : QJsonValue::Null;
}

QList<Route> accountRoutes()
{
    return {
        {"GET", u"/user"_s, For::SignedIn, u"users/users#get-the-authenticated-user"_s, me},
        {"GET", u"/user/orgs"_s, For::SignedIn, u"orgs/orgs#list-organizations-for-the-authenticated-user"_s,
         myOrganizations},
        {"GET", u"/users/{username}"_s, For::Anyone, u"users/users#get-a-user"_s, person},
        {"GET", u"/orgs/{org}"_s, For::Anyone, u"orgs/orgs#get-an-organization"_s, organization},
    };
}

} // namespace slipway::simulator::rest
