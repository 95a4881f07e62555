// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/deployments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

bool isProduction(const QString &environment)
{
    return environment.compare("production"_L1, Qt::CaseInsensitive) == 0 ||
           environment.compare("prod"_L1, Qt::CaseInsensitive) == 0;
}

/// The newest successful deployment to production, and what was tried since then.
struct Standing
{
    const Deployment *production = nullptr;
    QList<const Deployment *> newest = {}; ///< of each environment, since then
};

Standing standingOf(const QList<Deployment> &deployments)
{
    Standing standing;
    QSet<QString> seen;
    for (const auto &deployment : deployments) {
        if (deployment.state == Deployment::State::Succeeded && isProduction(deployment.environment)) {
            standing.production = &deployment;
            break;
        }
        if (!seen.contains(deployment.environment))
            standing.newest.append(&deployment);
        seen.insert(deployment.environment);
    }
    return standing;
}

ImageVersion versionOf(const ImageReference &image)
{
    return {.tag = image.tag.value_or(QString{}), .digest = image.digest};
}

/// The image of a row as a deployment brings it; nothing if it does not bring it.
std::optional<ImageReference> broughtBy(const Deployment *deployment, const RowKey &key,
                                        const QHash<QString, Images> &imagesAt)
{
    if (!deployment || (!deployment->projects.isEmpty() && !deployment->projects.contains(key.project)))
        return std::nullopt;
    const auto images = imagesAt.constFind(deployment->commit);
    if (images == imagesAt.cend() || !images->contains(key))
        return std::nullopt;
    return images->value(key);
}

} // namespace

QStringList decidingCommits(const QList<Deployment> &deployments)
{
    const auto standing = standingOf(deployments);
    QStringList commits;
    if (standing.production)
        commits.append(standing.production->commit);
    for (const auto *deployment : standing.newest) {
        if (deployment->state == Deployment::State::Failed || deployment->state == Deployment::State::Running)
            commits.append(deployment->commit);
    }
    commits.removeDuplicates();
    return commits;
}

QSet<RowKey> addDeployments(QList<Row> &rows, const QList<Deployment> &deployments,
                            const QHash<QString, Images> &imagesAt)
{
    const auto standing = standingOf(deployments);
    QSet<RowKey> deploying;
    for (auto &row : rows) {
        const auto runs = broughtBy(standing.production, row.key, imagesAt);
        row.running = {.version = versionOf(runs.value_or(row.image))};
        if (runs) {
            row.running.environment = standing.production->environment;
            row.running.deployedAt = standing.production->at;
        }
        row.failure.reset();
        for (const auto *deployment : standing.newest) {
            const auto tried = broughtBy(deployment, row.key, imagesAt);
            if (!tried || tried == runs)
                continue;
            if (deployment->state == Deployment::State::Running)
                deploying.insert(row.key);
            if (deployment->state == Deployment::State::Failed && !row.failure)
                row.failure = {.environment = deployment->environment,
                               .description = deployment->description,
                               .version = versionOf(*tried),
                               .at = deployment->at};
        }
    }
    return deploying;
}

} // namespace slipway::workspace
