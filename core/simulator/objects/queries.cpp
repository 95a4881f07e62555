// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/ratelimit.h"
#include "core/simulator/objects/site.h"
#include "core/simulator/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;

Value repositoryNamed(const Site &site, const QString &owner, const QString &name)
{
    auto *found = repository(site.world, owner, name);
    if (!found || !maySee(site.viewer, *found))
        return notFound(u"Could not resolve to a Repository with the name '%1/%2'."_s.arg(owner, name));
    return repositoryObject(site, *found);
}

Value accountNamed(const Site &site, const QString &login, Account::Kind kind, const QString &what)
{
    const auto *found = account(site.world, login);
    if (!found || found->kind != kind)
        return notFound(u"Could not resolve to %1 with the login of '%2'."_s.arg(what, login));
    return actor(site, login);
}

Object limitObject(const Site &site)
{
    const auto limit = rateLimit(site.world, site.viewer, u"graphql"_s);
    return {.type = u"RateLimit"_s,
            .fields = {{u"cost"_s, fixed(1)},
                       {u"limit"_s, fixed(limit.limit)},
                       {u"used"_s, fixed(limit.used + 1)},
                       {u"remaining"_s, fixed(limit.remaining() - 1)},
                       {u"nodeCount"_s, fixed(0)},
                       {u"resetAt"_s, fixed(timeText(limit.resetsAt))}}};
}

} // namespace

Repository *repositoryOf(const Site &site, const QString &text)
{
    const auto id = parseNodeId(text);
    if (!id || id->parts.isEmpty())
        return nullptr;
    const auto found = std::ranges::find(site.world.repositories, id->parts.first().toLongLong(), &Repository::id);
    return found != site.world.repositories.end() && maySee(site.viewer, *found) ? &*found : nullptr;
}

PullRequest *pullOf(const Site &site, const QString &text)
{
    auto *home = repositoryOf(site, text);
    const auto id = parseNodeId(text);
    if (!home || id->kind != "PR"_L1 || id->parts.size() != 2)
        return nullptr;
    const auto found = home->pulls.find(id->parts.at(1).toInt());
    return found == home->pulls.end() ? nullptr : &*found;
}

Value node(const Site &site, const QString &text)
{
    auto *home = repositoryOf(site, text);
    const auto id = parseNodeId(text);
    if (home && id->kind == "R"_L1)
        return repositoryObject(site, *home);
    if (const auto *pull = pullOf(site, text))
        return pullObject(site, *home, *pull);
    if (home && id->parts.size() == 2 && (id->kind == "C"_L1 || id->kind == "T"_L1 || id->kind == "B"_L1))
        return gitObject(site, *home, id->parts.at(1));
    if (home && id->kind == "REF"_L1 && home->refs.contains(id->parts.value(1)))
        return refObject(site, *home, id->parts.at(1));
    return notFound(u"Could not resolve to a node with the global id of '%1'"_s.arg(text));
}

Object queryRoot(const Site &site)
{
    const auto text = [](const QJsonObject &arguments, QLatin1StringView name) {
        return arguments.value(name).toString();
    };
    return {.type = u"Query"_s,
            .fields = {
                {u"repository"_s,
                 [=, &site](const QJsonObject &a) {
                     return repositoryNamed(site, text(a, "owner"_L1), text(a, "name"_L1));
                 }},
                {u"viewer"_s, lazily([&site] { return actor(site, site.viewer.login); })},
                {u"user"_s,
                 [=, &site](const QJsonObject &a) {
                     return accountNamed(site, text(a, "login"_L1), Account::Kind::User, u"a User"_s);
                 }},
                {u"organization"_s,
                 [=, &site](const QJsonObject &a) {
                     return accountNamed(site, text(a, "login"_L1), Account::Kind::Organization, u"an Organization"_s);
                 }},
                {u"node"_s, [=, &site](const QJsonObject &a) { return node(site, text(a, "id"_L1)); }},
                {u"rateLimit"_s, lazily([&site] { return limitObject(site); })},
                {u"__type"_s, [=](const QJsonObject &a) { return typeNamed(text(a, "name"_L1)); }},
            }};
}

} // namespace slipway::simulator::objects
