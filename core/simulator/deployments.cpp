// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/deployments.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::simulator
{

Deployment &addDeployment(World &world, Repository &repository, const ObjectId &commit, const QString &environment)
{
    repository.deployments.append({
        .id = nextId(world),
        .commit = commit,
        .ref = u"main"_s,
        .task = u"deploy"_s,
        .environment = environment,
        .payload = {{u"compose"_s, QJsonArray{u"docker-compose.yml"_s}}},
        .creator = u"github-actions[bot]"_s,
        .createdAt = world.now,
        .statuses = {},
    });
    auto &deployment = repository.deployments.last();
    addStatus(world, deployment, u"in_progress"_s, world.now);
    return deployment;
}

void addStatus(World &world, Deployment &deployment, const QString &state, const QDateTime &at,
               const QString &description)
{
    deployment.statuses.append({nextId(world), state, description, at});
}

void deploy(World &world, Repository &repository, const ObjectId &commit)
{
    struct Stage
    {
        QString environment;
        std::chrono::seconds begins; // after the commit
        std::chrono::seconds succeeds;
    };
    const auto at = world.now;
    const QList<Stage> stages{{u"staging"_s, 20s, 100s}, {u"canary-1"_s, 110s, 180s}, {u"production"_s, 190s, 240s}};
    for (const auto &[environment, begins, succeeds] : stages) {
        world.now = at.addDuration(begins);
        auto &deployment = addDeployment(world, repository, commit, environment);
        addStatus(world, deployment, u"success"_s, at.addDuration(succeeds));
    }
}

} // namespace slipway::simulator
