// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/json.h"
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

Object statusObject(const Site &site, const Deployment &deployment, const DeploymentStatus &status, const QString &log)
{
    return {.type = u"DeploymentStatus"_s,
            .interfaces = {u"Node"_s},
            .fields = {
                {u"id"_s, fixed(nodeId(u"DES"_s, status.id))},
                {u"state"_s, fixed(status.state.toUpper())},
                {u"description"_s, fixed(textOrNull(status.description))},
                {u"createdAt"_s, fixed(timeText(status.at))},
                {u"updatedAt"_s, fixed(timeText(status.at))},
                {u"logUrl"_s, fixed(log)},
                {u"environmentUrl"_s, fixed({})},
                {u"creator"_s, lazily([&site, login = deployment.creator] { return actor(site, login); })},
            }};
}

/// A successful one is "ACTIVE"; one that nobody reported on is "PENDING".
QString stateOf(const Deployment &deployment)
{
    if (deployment.statuses.isEmpty())
        return u"PENDING"_s;
    const auto state = deployment.statuses.last().state.toUpper();
    return state == "SUCCESS"_L1 ? u"ACTIVE"_s : state;
}

} // namespace

Object deploymentObject(const Site &site, Repository &repository, const Deployment &deployment)
{
    auto newestFirst = deployment.statuses;
    std::ranges::reverse(newestFirst);
    const QString log = site.html + u'/' + fullName(repository) + u"/actions/runs/%1"_s.arg(deployment.id);
    const auto status = [&site, &deployment, log](const DeploymentStatus &one) {
        return statusObject(site, deployment, one, log);
    };
    const QString payload = QString::fromUtf8(QJsonDocument{deployment.payload}.toJson(QJsonDocument::Compact));
    const auto updatedAt = newestFirst.isEmpty() ? deployment.createdAt : newestFirst.first().at;
    return {.type = u"Deployment"_s,
            .interfaces = {u"Node"_s},
            .fields = {
                {u"id"_s, fixed(nodeId(u"DE"_s, deployment.id))},
                {u"databaseId"_s, fixed(deployment.id)},
                {u"environment"_s, fixed(deployment.environment)},
                {u"latestEnvironment"_s, fixed(deployment.environment)},
                {u"commitOid"_s, fixed(deployment.commit)},
                {u"commit"_s,
                 lazily([&site, &repository, id = deployment.commit] { return commitObject(site, repository, id); })},
                {u"task"_s, fixed(deployment.task)},
                {u"payload"_s, fixed(payload)},
                {u"description"_s, fixed({})},
                {u"createdAt"_s, fixed(timeText(deployment.createdAt))},
                {u"updatedAt"_s, fixed(timeText(updatedAt))},
                {u"state"_s, fixed(stateOf(deployment))},
                {u"ref"_s, lazily([&site, &repository, name = deployment.ref] {
                     const QString ref = u"refs/heads/"_s + name;
                     return repository.refs.contains(ref) ? Value{refObject(site, repository, ref)} : none();
                 })},
                {u"creator"_s, lazily([&site, login = deployment.creator] { return actor(site, login); })},
                {u"latestStatus"_s, lazily([newestFirst, status] {
                     return newestFirst.isEmpty() ? none() : Value{status(newestFirst.first())};
                 })},
                {u"statuses"_s,
                 [newestFirst, status](const QJsonObject &arguments) {
                     return connectionOf(u"DeploymentStatusConnection"_s, newestFirst, status, arguments);
                 }},
            }};
}

Object releaseObject(const Site &site, Repository &repository, const Release &release)
{
    return {.type = u"Release"_s,
            .interfaces = {u"Node"_s},
            .fields = {
                {u"id"_s, fixed(nodeId(u"RE"_s, release.id))},
                {u"databaseId"_s, fixed(release.id)},
                {u"tagName"_s, fixed(release.tag)},
                {u"name"_s, fixed(release.tag)},
                {u"description"_s, fixed(release.notes)},
                {u"isDraft"_s, fixed(false)},
                {u"isPrerelease"_s, fixed(false)},
                {u"isLatest"_s, fixed(&release == &repository.releases.last())},
                {u"createdAt"_s, fixed(timeText(release.publishedAt))},
                {u"publishedAt"_s, fixed(timeText(release.publishedAt))},
                {u"url"_s, fixed(QString{site.html + u'/' + fullName(repository) + u"/releases/tag/" + release.tag})},
                {u"author"_s, lazily([&site, login = release.author] { return actor(site, login); })},
                {u"tagCommit"_s,
                 lazily([&site, &repository, id = release.commit] { return commitObject(site, repository, id); })},
            }};
}

} // namespace slipway::simulator::objects
