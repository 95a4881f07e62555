// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/answers.h"

#include "core/updates/pullbranch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

using Mergeability = PullRequest::Mergeability;
using Review = PullRequest::Review;

Review reviewOf(github::UpdatePull::Review review)
{
    switch (review) {
    case github::UpdatePull::Review::NotNeeded: return Review::None;
    case github::UpdatePull::Review::Required: return Review::Required;
    case github::UpdatePull::Review::Approved: return Review::Approved;
    case github::UpdatePull::Review::ChangesRequested: return Review::ChangesRequested;
    }
    return Review::None;
}

PullRequest::Stage stageOf(github::PullRequest::State state)
{
    switch (state) {
    case github::PullRequest::State::Open: return PullRequest::Stage::Open;
    case github::PullRequest::State::Merged: return PullRequest::Stage::Merged;
    case github::PullRequest::State::Closed: break;
    }
    return PullRequest::Stage::Closed;
}

Check::State stateOf(github::Check::State state)
{
    using State = github::Check::State;
    switch (state) {
    case State::Passed: return Check::State::Passed;
    case State::Failed:
    case State::Cancelled: return Check::State::Failed;
    case State::Neutral:
    case State::Other: return Check::State::Neutral;
    case State::Skipped: return Check::State::Skipped;
    case State::Waiting:
    case State::Running:
    case State::NeedsAction: break;
    }
    return Check::State::Running;
}

Deployment::State stateOf(const github::Deployment &deployment)
{
    using State = github::Deployment::State;
    if (deployment.succeededAt())
        return Deployment::State::Succeeded;
    switch (deployment.state()) {
    case State::Pending:
    case State::InProgress: return Deployment::State::Running;
    case State::Succeeded: return Deployment::State::Succeeded;
    case State::Failed: return Deployment::State::Failed;
    case State::Inactive:
    case State::Other: break;
    }
    return Deployment::State::Other;
}

QStringList projectsIn(const QString &payload)
{
    const auto list = QJsonDocument::fromJson(payload.toUtf8()).object().value("compose"_L1).toArray();
    QStringList projects;
    for (const auto &project : list) {
        if (project.isString())
            projects.append(project.toString());
    }
    return projects;
}

void addMarkers(PullRequest &made, const QString &body)
{
    const auto markers = updates::readMarkers(body);
    for (const auto &marker : markers.updates)
        made.moves.append({.service = marker.service, .from = versionOf(marker.from), .to = versionOf(marker.to)});
    if (made.branch != updates::policyBranch().text())
        return;
    made.policyChange = made.title;
    for (const auto &marker : markers.policies)
        made.policyServices.append(marker.service);
}

} // namespace

PullRequest::Mergeability mergeabilityOf(const github::UpdatePull &answer)
{
    using MergeState = github::UpdatePull::MergeState;
    if (answer.mergeable == github::UpdatePull::Mergeable::Conflicting)
        return Mergeability::Conflicting;
    switch (answer.mergeState) {
    case MergeState::Unknown: return Mergeability::Unknown;
    case MergeState::Behind: return Mergeability::BaseMoved;
    case MergeState::Draft:
    case MergeState::Blocked: return Mergeability::Blocked;
    case MergeState::Clean:
    case MergeState::HasHooks:
    case MergeState::Unstable: return Mergeability::Clean;
    case MergeState::Dirty: return Mergeability::Conflicting;
    }
    return Mergeability::Unknown;
}

ImageVersion versionOf(const updates::PinnedTag &pinned)
{
    return {.tag = pinned.tag, .digest = pinned.digest};
}

PullRequest pullRequestOf(const github::UpdatePull &answer)
{
    const auto &pull = answer.pull;
    PullRequest made{
        .number = static_cast<int>(pull.number.value),
        .title = pull.title,
        .url = pull.url.toString(),
        .author = pull.author,
        .branch = pull.branch.text(),
        .into = pull.base.text(),
        .headCommit = pull.head.text(),
        .stage = stageOf(pull.state),
        .isDraft = pull.isDraft,
        .openedAt = pull.createdAt,
        .endedAt = pull.closedAt.value_or(QDateTime{}),
        .endedBy = answer.closedBy,
        .review = reviewOf(answer.review),
        .mergeability = mergeabilityOf(answer),
        .labels = pull.labels,
    };
    addMarkers(made, pull.body);
    return made;
}

QList<Check> checksOf(const QList<github::Check> &answer)
{
    QList<Check> checks;
    for (const auto &check : answer)
        checks.append({.name = check.name,
                       .state = stateOf(check.state),
                       .isRequired = check.isRequired,
                       .summary = check.summary,
                       .startedAt = check.startedAt.value_or(QDateTime{}),
                       .completedAt = check.completedAt.value_or(QDateTime{})});
    return checks;
}

QList<Deployment> deploymentsOf(const QList<github::Deployment> &answer)
{
    QList<Deployment> deployments;
    for (const auto &deployment : answer) {
        const auto *newest = deployment.statuses.isEmpty() ? nullptr : &deployment.statuses.first();
        const auto succeeded = deployment.succeededAt();
        deployments.append({.environment = deployment.environment,
                            .commit = deployment.commit.text(),
                            .projects = projectsIn(deployment.payload),
                            .state = stateOf(deployment),
                            .description = newest ? newest->description : QString{},
                            .at = succeeded ? *succeeded
                                  : newest  ? newest->at
                                            : deployment.createdAt});
    }
    return deployments;
}

} // namespace slipway::workspace
