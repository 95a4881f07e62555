// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/objects/site.h"
#include "core/simulator/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;
using Fields = QHash<QString, graphql::Resolver>;

QString permissionOf(const Site &site, const Repository &repository)
{
    if (mayWrite(site.viewer, repository))
        return repository.permissions.value(site.viewer.login) == Repository::Permission::Admin ? u"ADMIN"_s
                                                                                                : u"WRITE"_s;
    return u"READ"_s;
}

Fields facts(const Site &site, const Repository &repository)
{
    const bool isOrganization = account(site.world, repository.owner)->kind == Account::Kind::Organization;
    const QString url = site.html + u'/' + fullName(repository);
    Fields fields{
        {u"id"_s, fixed(nodeId(u"R"_s, repository.id))},
        {u"databaseId"_s, fixed(repository.id)},
        {u"name"_s, fixed(repository.name)},
        {u"nameWithOwner"_s, fixed(fullName(repository))},
        {u"description"_s, fixed({})},
        {u"url"_s, fixed(url)},
        {u"homepageUrl"_s, fixed({})},
        {u"isPrivate"_s, fixed(repository.isPrivate)},
        {u"visibility"_s, fixed(repository.isPrivate ? u"PRIVATE"_s : u"PUBLIC"_s)},
        {u"isInOrganization"_s, fixed(isOrganization)},
        {u"viewerPermission"_s, fixed(permissionOf(site, repository))},
        {u"viewerDefaultMergeMethod"_s, fixed(u"SQUASH"_s)},
        {u"createdAt"_s, fixed(timeText(repository.createdAt))},
        {u"pushedAt"_s, fixed(timeText(repository.pushedAt))},
        {u"updatedAt"_s, fixed(timeText(repository.pushedAt))},
        {u"deleteBranchOnMerge"_s, fixed(repository.deletesMergedBranches)},
        {u"parent"_s, fixed({})},
        {u"templateRepository"_s, fixed({})},
        {u"mergeQueue"_s, fixed({})},
    };
    for (const auto *no : {"isFork", "isArchived", "isEmpty", "isLocked", "isMirror", "isDisabled",
                           "mergeCommitAllowed", "rebaseMergeAllowed"})
        fields.insert(QString::fromLatin1(no), fixed(false));
    for (const auto *yes :
         {"hasIssuesEnabled", "hasProjectsEnabled", "hasWikiEnabled", "squashMergeAllowed", "autoMergeAllowed"})
        fields.insert(QString::fromLatin1(yes), fixed(true));
    return fields;
}

graphql::Resolver refs(const Site &site, Repository &repository)
{
    return [&](const QJsonObject &arguments) {
        const auto prefix = arguments.value("refPrefix"_L1).toString();
        QStringList names;
        for (auto ref = repository.refs.keyBegin(); ref != repository.refs.keyEnd(); ++ref)
            if (ref->startsWith(prefix))
                names.append(*ref);
        return connectionOf(
            u"RefConnection"_s, names, [&](const QString &ref) { return refObject(site, repository, ref); }, arguments);
    };
}

graphql::Resolver pulls(const Site &site, Repository &repository)
{
    return [&](const QJsonObject &arguments) {
        return connectionOf(
            u"PullRequestConnection"_s, chosenPulls(repository, arguments),
            [&](const PullRequest *pull) { return pullObject(site, repository, *pull); }, arguments);
    };
}

graphql::Resolver pull(const Site &site, Repository &repository)
{
    return [&](const QJsonObject &arguments) -> Value {
        const auto number = arguments.value("number"_L1).toInt();
        const auto found = std::as_const(repository.pulls).find(number);
        if (found == repository.pulls.cend())
            return notFound(u"Could not resolve to a PullRequest with the number of %1."_s.arg(number));
        return pullObject(site, repository, *found);
    };
}

/// Oldest first, unless the order asks for the newest.
template<class List> QList<qsizetype> ordered(const List &list, const QJsonObject &arguments, auto isMeant)
{
    QList<qsizetype> places;
    for (qsizetype i = 0; i < list.size(); ++i)
        if (isMeant(list.at(i)))
            places.append(i);
    if (arguments.value("orderBy"_L1)["direction"_L1] == "DESC"_L1)
        std::ranges::reverse(places);
    return places;
}

graphql::Resolver deployments(const Site &site, Repository &repository)
{
    return [&](const QJsonObject &arguments) {
        const auto environments = arguments.value("environments"_L1).toArray();
        const auto places = ordered(repository.deployments, arguments, [&](const Deployment &one) {
            return environments.isEmpty() || environments.contains(one.environment);
        });
        return connectionOf(
            u"DeploymentConnection"_s, places,
            [&](qsizetype i) {
                return deploymentObject(site, repository, std::as_const(repository.deployments).at(i));
            },
            arguments);
    };
}

Fields releases(const Site &site, Repository &repository)
{
    const auto object = [&](qsizetype i) {
        return releaseObject(site, repository, std::as_const(repository.releases).at(i));
    };
    return {
        {u"releases"_s,
         [&repository, object](const QJsonObject &arguments) {
             const auto places = ordered(repository.releases, arguments, [](const Release &) { return true; });
             return connectionOf(u"ReleaseConnection"_s, places, object, arguments);
         }},
        {u"latestRelease"_s, lazily([&repository, object] {
             return repository.releases.isEmpty() ? none() : Value{object(repository.releases.size() - 1)};
         })},
        {u"release"_s,
         [&repository, object](const QJsonObject &arguments) {
             const auto tag = arguments.value("tagName"_L1).toString();
             const auto found = std::ranges::find(std::as_const(repository.releases), tag, &Release::tag);
             return found == repository.releases.cend() ? none() : Value{object(found - repository.releases.cbegin())};
         }},
    };
}

} // namespace

Object repositoryObject(const Site &site, Repository &repository)
{
    const auto branchRef = [&site, &repository](const QString &ref) {
        return repository.refs.contains(ref) ? Value{refObject(site, repository, ref)} : none();
    };
    Object object{.type = u"Repository"_s,
                  .interfaces = {u"Node"_s, u"RepositoryInfo"_s, u"UniformResourceLocatable"_s},
                  .fields = facts(site, repository)};
    object.fields.insert(releases(site, repository));
    return with(object, {
                            {u"owner"_s, lazily([&] { return actor(site, repository.owner); })},
                            {u"defaultBranchRef"_s, lazily([&repository, branchRef] {
                                 return branchRef(u"refs/heads/"_s + repository.defaultBranch);
                             })},
                            {u"ref"_s,
                             [branchRef](const QJsonObject &arguments) {
                                 const auto name = arguments.value("qualifiedName"_L1).toString();
                                 return branchRef(name.startsWith("refs/"_L1) ? name : u"refs/heads/"_s + name);
                             }},
                            {u"refs"_s, refs(site, repository)},
                            {u"object"_s,
                             [&](const QJsonObject &arguments) {
                                 const auto expression = arguments.value("expression"_L1).toString();
                                 const auto id = arguments.value("oid"_L1).toString();
                                 return objectAt(site, repository, expression.isEmpty() ? id : expression);
                             }},
                            {u"pullRequest"_s, pull(site, repository)},
                            {u"pullRequests"_s, pulls(site, repository)},
                            {u"deployments"_s, deployments(site, repository)},
                        });
}

} // namespace slipway::simulator::objects
