// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/api/memory.h"
#include "core/simulator/api/viewer.h"
#include "core/simulator/graphql/connection.h"

/// GitHub's GraphQL API over the world: a function for each type gives an object of it. Source: GitHub's schema.
namespace slipway::simulator::objects
{

/// What resolvers know; it lives as long as the request is worked on.
struct Site
{
    World &world;
    Memory &memory;
    const Viewer &viewer;
    QString html; ///< "https://github.com"
};

using graphql::Object;
using graphql::Problem;
using graphql::Value;
using graphql::Values;

/// A field that is worked out when it is asked for.
template<class Make> [[nodiscard]] graphql::Resolver lazily(Make make)
{
    return [make = std::move(make)](const QJsonObject &) { return Value{make()}; };
}
/// A connection over a list that outlives the request.
template<class List, class Each>
[[nodiscard]] graphql::Resolver listed(const QString &type, const List &list, Each each)
{
    return [type, &list, each](const QJsonObject &arguments) {
        return graphql::connection(
            type, list.size(), [&list, each](qsizetype i) { return Value{each(list.at(i))}; }, arguments);
    };
}
/// A connection over a list of its own.
template<class List, class Each>
[[nodiscard]] Value connectionOf(const QString &type, List list, Each each, const QJsonObject &arguments)
{
    const auto total = list.size();
    return graphql::connection(
        type, total, [list = std::move(list), each](qsizetype i) { return Value{each(list.at(i))}; }, arguments);
}

/// null, as a value.
[[nodiscard]] inline Value none()
{
    return QJsonValue{};
}
[[nodiscard]] QJsonValue timeOrNull(const std::optional<QDateTime> &at);
[[nodiscard]] Problem notFound(const QString &message);
[[nodiscard]] Problem forbidden(); ///< what a fine-grained token meets

// A function for each type.
[[nodiscard]] Value actor(const Site &site, const QString &login); ///< null where there is none of that login
[[nodiscard]] Object repositoryObject(const Site &site, Repository &repository);
[[nodiscard]] Object refObject(const Site &site, Repository &repository, const QString &ref);
[[nodiscard]] Object commitObject(const Site &site, Repository &repository, const ObjectId &id);
[[nodiscard]] Value gitObject(const Site &site, Repository &repository, const ObjectId &id); ///< commit, tree or blob
[[nodiscard]] Value objectAt(const Site &site, Repository &repository, const QString &expression); ///< "REF:path"
[[nodiscard]] Object pullObject(const Site &site, Repository &repository, const PullRequest &pull);
[[nodiscard]] Value checkRollup(const Site &site, Repository &repository, const ObjectId &commit);
[[nodiscard]] Object deploymentObject(const Site &site, Repository &repository, const Deployment &deployment);
[[nodiscard]] Object releaseObject(const Site &site, Repository &repository, const Release &release);

/// The pull requests that `states`, `headRefName`, `baseRefName`, `labels` and `orderBy` choose.
[[nodiscard]] QList<const PullRequest *> chosenPulls(const Repository &repository, const QJsonObject &arguments);

/// What a node id stands for; a NOT_FOUND problem if it is nothing that the viewer sees.
[[nodiscard]] Repository *repositoryOf(const Site &site, const QString &nodeId);
[[nodiscard]] PullRequest *pullOf(const Site &site, const QString &nodeId);
[[nodiscard]] Value node(const Site &site, const QString &nodeId);

[[nodiscard]] Object queryRoot(const Site &site);
[[nodiscard]] Object mutationRoot(const Site &site);
[[nodiscard]] Value typeNamed(const QString &name); ///< __type: what clients ask to find out what a host can do

} // namespace slipway::simulator::objects
