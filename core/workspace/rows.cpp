// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

RowKey keyOf(const compose::ProjectService &owner)
{
    return {.project = owner.project, .service = owner.service};
}

bool hasFailedCheck(const PullRequest &pullRequest)
{
    return std::ranges::any_of(
        pullRequest.checks, [](const Check &check) { return check.isRequired && check.state == Check::State::Failed; });
}

bool hasRunningCheck(const PullRequest &pullRequest)
{
    return std::ranges::contains(pullRequest.checks, Check::State::Running, &Check::state);
}

bool needsReview(const PullRequest &pullRequest)
{
    return pullRequest.review == PullRequest::Review::Required ||
           pullRequest.review == PullRequest::Review::ChangesRequested;
}

/// As its judgement alone says.
State stateOfJudgement(const Row &row)
{
    if (!row.judgement)
        return State::Checking;
    switch (row.judgement->outcome) {
    case updates::Outcome::Update: return row.isAutomated ? State::Behind : State::UpdateReady;
    case updates::Outcome::Current: return State::UpToDate;
    case updates::Outcome::Held: return State::Held;
    case updates::Outcome::Refused: return State::Blocked;
    case updates::Outcome::Error: return State::Unknown;
    }
    return State::Unknown;
}

/// With an open pull request that neither failed nor waits for a person.
State stateOfPullRequest(const PullRequest &open)
{
    using Mergeability = PullRequest::Mergeability;
    if (isReady(open))
        return State::UpdateReady;
    if (!hasRunningCheck(open) &&
        (open.mergeability == Mergeability::Blocked || open.mergeability == Mergeability::BaseMoved))
        return State::Blocked;
    return State::InProgress;
}

State stateOf(const Row &row, const PullRequest *open, bool isDeploying)
{
    if (row.failure || (open && hasFailedCheck(*open)))
        return State::Failed;
    const auto isRefused = row.judgement && row.judgement->outcome == updates::Outcome::Refused;
    if (isRefused || (open && (needsReview(*open) || open->mergeability == PullRequest::Mergeability::Conflicting)))
        return State::Blocked;
    if (open && isReady(*open))
        return State::UpdateReady;
    if (isDeploying)
        return State::InProgress;
    return open ? stateOfPullRequest(*open) : stateOfJudgement(row);
}

} // namespace

bool carries(const PullRequest &pullRequest, const QString &service)
{
    if (!pullRequest.policyChange.isEmpty())
        return pullRequest.policyServices.contains(service);
    if (pullRequest.moves.isEmpty()) // made by hand, or by another version
        return pullRequest.branch == "slipway/image/"_L1 + service;
    return std::ranges::contains(pullRequest.moves, service, &Move::service);
}

bool isReady(const PullRequest &pullRequest)
{
    return pullRequest.stage == PullRequest::Stage::Open && !pullRequest.isDraft && !needsReview(pullRequest) &&
           pullRequest.mergeability == PullRequest::Mergeability::Clean;
}

Images imagesOf(const updates::Survey &survey)
{
    Images images;
    for (const auto &site : survey.sites) {
        for (const auto &owner : site.owners) {
            if (site.use.image)
                images.insert(keyOf(owner), *site.use.image);
        }
    }
    return images;
}

QList<Row> rowsOf(const updates::Survey &survey)
{
    QMap<RowKey, Row> rows;
    QHash<QString, int> projects; ///< of each service
    for (const auto &site : survey.sites) {
        for (const auto &owner : site.owners) {
            Row row{.key = keyOf(owner),
                    .image = site.use.image.value_or(ImageReference{}),
                    .file = site.use.file,
                    .line = site.use.line};
            row.running.version = {.tag = row.image.tag.value_or(QString{}), .digest = row.image.digest};
            if (survey.policies)
                row.policy = survey.policies->policyFor(owner.service);
            if (!rows.contains(row.key))
                ++projects[owner.service];
            rows.insert(row.key, row);
        }
    }
    for (auto &row : rows)
        row.isInSeveralProjects = projects.value(row.key.service) > 1;
    return rows.values();
}

void keepKnown(QList<Row> &rows, const QList<Row> &known)
{
    for (auto &row : rows) {
        const auto before = std::ranges::lower_bound(known, row.key, {}, &Row::key);
        if (before == known.end() || before->key != row.key || before->image != row.image ||
            before->policy != row.policy)
            continue;
        const auto fresh = row;
        row = *before;
        row.isInSeveralProjects = fresh.isInSeveralProjects;
        row.file = fresh.file;
        row.line = fresh.line;
    }
}

void addJudgements(QList<Row> &rows, const updates::Plan &plan, const QDateTime &now)
{
    for (const auto &reference : plan.references) {
        if (!reference.judgement)
            continue;
        for (const auto &owner : reference.owners) {
            const auto row = std::ranges::lower_bound(rows, keyOf(owner), {}, &Row::key);
            if (row == rows.end() || row->key != keyOf(owner))
                continue;
            row->judgement = reference.judgement;
            row->checkedAt = now;
            row->askAgainAt = reference.judgement->askAgainAt;
        }
    }
}

void addPullRequests(QList<Row> &rows, const QList<PullRequest> &pullRequests)
{
    for (auto &row : rows) {
        row.pullRequests.clear();
        for (const auto &each : pullRequests) {
            if (each.stage != PullRequest::Stage::Closed && carries(each, row.key.service))
                row.pullRequests.append(each.number);
        }
        std::ranges::sort(row.pullRequests, std::ranges::greater{});
    }
}

void addAutomation(QList<Row> &rows, bool hasWorkflow, const QString &owner)
{
    const QString prefix = owner.toLower() + u'/';
    for (auto &row : rows) {
        const auto &repository = row.image.repository;
        const auto isOfGitHub = repository.registry == "ghcr.io"_L1 || repository.registry.startsWith("containers."_L1);
        row.isAutomated = hasWorkflow && isOfGitHub && repository.path.startsWith(prefix);
    }
}

void setStates(QList<Row> &rows, const QList<PullRequest> &pullRequests, const QSet<RowKey> &deploying)
{
    for (auto &row : rows) {
        const PullRequest *open = nullptr;
        for (const auto &each : pullRequests) {
            if (each.stage == PullRequest::Stage::Open && each.policyChange.isEmpty() &&
                row.pullRequests.contains(each.number) && (!open || each.number > open->number))
                open = &each;
        }
        row.state = stateOf(row, open, deploying.contains(row.key));
    }
}

void endChecking(QList<Row> &rows, const QString &asked)
{
    for (auto &row : rows) {
        if (row.state == State::Checking && row.key.service != asked)
            row.state = State::NotChecked;
    }
}

} // namespace slipway::workspace
