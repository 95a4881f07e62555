// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/json.h"
#include "core/simulator/api/nodeid.h"
#include "core/simulator/objects/site.h"
#include "core/simulator/publish.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;

QString typeOf(const Account &account)
{
    switch (account.kind) {
    case Account::Kind::User: return u"User"_s;
    case Account::Kind::Bot: return u"Bot"_s;
    case Account::Kind::Organization: return u"Organization"_s;
    }
    return {};
}

QStringList interfacesOf(const Account &account)
{
    const QStringList all{u"Actor"_s, u"Node"_s, u"UniformResourceLocatable"_s};
    if (account.kind == Account::Kind::Bot)
        return all + QStringList{u"RequestedReviewer"_s};
    return all + QStringList{u"RepositoryOwner"_s, u"ProfileOwner"_s, u"RequestedReviewer"_s};
}

} // namespace

QJsonValue timeOrNull(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue{timeText(*at)} : QJsonValue{};
}

Problem notFound(const QString &message)
{
    return {u"NOT_FOUND"_s, message};
}

Problem forbidden()
{
    return {u"FORBIDDEN"_s, u"Resource not accessible by personal access token"_s};
}

/// GraphQL leaves out the "[bot]" that REST writes.
Value actor(const Site &site, const QString &login)
{
    const auto *found = account(site.world, login);
    if (!found)
        return none();
    const bool isBot = found->kind == Account::Kind::Bot;
    const auto name = QString{found->login}.remove("[bot]"_L1);
    const QString path = (isBot ? u"/apps/"_s : u"/"_s) + name;
    Object object{.type = typeOf(*found),
                  .interfaces = interfacesOf(*found),
                  .fields = {
                      {u"id"_s, fixed(nodeId(isBot ? u"BOT"_s : u"U"_s, found->id))},
                      {u"databaseId"_s, fixed(found->id)},
                      {u"login"_s, fixed(name)},
                      {u"avatarUrl"_s, fixed(u"https://avatars.githubusercontent.com/u/%1?v=4"_s.arg(found->id))},
                      {u"resourcePath"_s, fixed(path)},
                      {u"url"_s, fixed(QString{site.html + path})},
                  }};
    if (!isBot)
        object.fields.insert(u"name"_s, fixed(textOrNull(found->name)));
    return object;
}

} // namespace slipway::simulator::objects
