// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

QString addressOf(const Call &call, const Deployment &deployment)
{
    return urlOf(call, *call.repository) + u"/deployments/%1"_s.arg(deployment.id);
}

QDateTime updatedAt(const Deployment &deployment)
{
    return deployment.statuses.isEmpty() ? deployment.createdAt : deployment.statuses.last().at;
}

Json deploymentJson(const Call &call, const Deployment &deployment)
{
    const bool isProduction = deployment.environment == "production"_L1;
    return {
        {"id", deployment.id},
        {"node_id", nodeId(u"DE"_s, deployment.id)},
        {"url", addressOf(call, deployment)},
        {"sha", deployment.commit},
        {"ref", deployment.ref},
        {"task", deployment.task},
        {"payload", deployment.payload},
        {"original_environment", deployment.environment},
        {"environment", deployment.environment},
        {"description", QJsonValue::Null},
        {"creator", simpleUser(call, deployment.creator)},
        {"created_at", timeText(deployment.createdAt)},
        {"updated_at", timeText(updatedAt(deployment))},
        {"statuses_url", addressOf(call, deployment) + u"/statuses"},
        {"repository_url", urlOf(call, *call.repository)},
        {"transient_environment", false},
        {"production_environment", isProduction},
    };
}

Json statusJson(const Call &call, const Deployment &deployment, const DeploymentStatus &status)
{
    const QString log = htmlOf(call, *call.repository) + u"/actions/runs/%1"_s.arg(deployment.id);
    return {
        {"id", status.id},
        {"node_id", nodeId(u"DES"_s, status.id)},
        {"url", addressOf(call, deployment) + u"/statuses/%1"_s.arg(status.id)},
        {"state", status.state},
        {"creator", simpleUser(call, deployment.creator)},
        {"description", status.description},
        {"environment", deployment.environment},
        {"target_url", log},
        {"created_at", timeText(status.at)},
        {"updated_at", timeText(status.at)},
        {"deployment_url", addressOf(call, deployment)},
        {"repository_url", urlOf(call, *call.repository)},
        {"log_url", log},
    };
}

Answer list(const Call &call)
{
    const auto isMeant = [&](QLatin1StringView name, const QString &value) {
        return call.query(name).isEmpty() || call.query(name) == value;
    };
    QList<Deployment> deployments;
    for (const auto &one : std::as_const(call.repository->deployments))
        if (isMeant("environment"_L1, one.environment) && isMeant("ref"_L1, one.ref) && isMeant("sha"_L1, one.commit) &&
            isMeant("task"_L1, one.task))
            deployments.prepend(one);
    return page(call, deployments, [&](const Deployment &one) { return deploymentJson(call, one); });
}

Answer statuses(const Call &call)
{
    const auto &all = call.repository->deployments;
    const auto found = std::ranges::find(all, call.part("deployment_id"_L1).toLongLong(), &Deployment::id);
    if (found == all.end())
        return notFound(call);
    auto newestFirst = found->statuses;
    std::ranges::reverse(newestFirst);
    return page(call, newestFirst, [&](const DeploymentStatus &one) { return statusJson(call, *found, one); });
}

} // namespace

QList<Route> deploymentRoutes()
{
    const auto deployments = u"/repos/{owner}/{repo}/deployments"_s;
    return {
        {"GET", deployments, For::Anyone, u"deployments/deployments#list-deployments"_s, list},
        {"GET", deployments + u"/{deployment_id}/statuses", For::Anyone,
         u"deployments/statuses#list-deployment-statuses"_s, statuses},
    };
}

} // namespace slipway::simulator::rest
