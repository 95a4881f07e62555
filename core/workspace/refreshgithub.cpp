// SPDX-License-Identifier: GPL-3.0-or-later
// What a refresh asks GitHub.
#include "core/workspace/refreshrun.h"

#include "core/github/user.h"
#include "core/updates/pullbranch.h"
#include "core/updates/repository.h"
#include "core/workspace/answers.h"
#include "core/workspace/rows.h"

#include <algorithm>
#include <vector>

namespace slipway::workspace
{
namespace
{

constexpr int daysOfEnded = 7; ///< pull requests that ended longer ago are not shown

} // namespace

QCoro::Task<Result<github::Commit>> RefreshRun::head()
{
    if (!m_learned.repository) {
        const auto found = co_await github::findRepository(m_api, m_repository, m_stop);
        if (!found)
            co_return failure(found.error());
        m_learned.repository = *found;
    }
    m_snapshot.branch = m_reach->connection().branch.value_or(m_learned.repository->defaultBranch).text();
    const auto branch = m_snapshot.branch;
    co_return co_await github::readCommit(m_api, m_repository, branch, m_stop);
}

QCoro::Task<> RefreshRun::askWho()
{
    if (m_learned.person.isEmpty()) {
        const auto account = co_await github::whoAmI(m_api, m_stop);
        if (account)
            m_learned.person = account->login;
    }
    if (m_learned.branches.isEmpty()) {
        const auto branches = co_await github::listBranches(m_api, m_repository, m_stop);
        const auto found = branches.value_or(QList<github::Branch>{});
        for (const auto &branch : found)
            m_learned.branches.append(branch.name.text());
    }
    m_snapshot.person = m_learned.person;
    m_snapshot.branches = m_learned.branches;
}

/// Each time: people make labels at any time, and an answer that has not changed costs nothing.
QCoro::Task<> RefreshRun::askLabels()
{
    const auto labels = co_await github::listLabels(m_api, m_repository, m_stop);
    if (labels)
        m_snapshot.labels = *labels;
}

QCoro::Task<> RefreshRun::askPullRequests()
{
    const auto prefix = QString::fromLatin1(updates::branchPrefix);
    const auto since = m_now.addDays(-daysOfEnded);
    const auto pulls = co_await github::listUpdatePulls(m_api, m_repository, prefix, since, m_stop);
    if (!pulls) {
        fail(pulls.error());
        co_return;
    }
    takePullRequests(*pulls);
    tell();
    QList<PullNumber> open;
    std::vector<QCoro::Task<>> tasks;
    for (const auto &pull : std::as_const(m_snapshot.pullRequests)) {
        if (pull.stage != PullRequest::Stage::Open)
            continue;
        open.append(PullNumber{pull.number});
        tasks.push_back(askNewerCommits(pull.number));
    }
    if (!open.isEmpty())
        tasks.push_back(askChecks(open));
    for (auto &task : tasks)
        co_await task;
    takeMergeability(*pulls);
    tell();
}

/// What is known of the same head stays until its checks are asked for. Of another one it is not said yet whether it
/// can be merged: as long as its checks are not known, it would seem to wait for a person.
void RefreshRun::takePullRequests(const QList<github::UpdatePull> &answer)
{
    QList<PullRequest> pulls;
    for (const auto &each : answer) {
        auto made = pullRequestOf(each);
        const auto *before = m_snapshot.find(made.number);
        if (before && before->headCommit == made.headCommit) {
            made.checks = before->checks;
            made.newerCommits = before->newerCommits;
            made.mergeability = before->mergeability;
        } else {
            made.mergeability = PullRequest::Mergeability::Unknown;
        }
        pulls.append(std::move(made));
    }
    std::ranges::sort(pulls, std::ranges::greater{}, &PullRequest::number);
    m_snapshot.pullRequests = pulls;
}

void RefreshRun::takeMergeability(const QList<github::UpdatePull> &answer)
{
    for (const auto &each : answer) {
        const auto pull =
            std::ranges::find(m_snapshot.pullRequests, static_cast<int>(each.pull.number.value), &PullRequest::number);
        if (pull != m_snapshot.pullRequests.end())
            pull->mergeability = mergeabilityOf(each);
    }
}

QCoro::Task<> RefreshRun::askChecks(QList<PullNumber> open)
{
    const auto checked = co_await github::listChecks(m_api, m_repository, open, m_stop);
    if (!checked)
        co_return;
    for (auto &pull : m_snapshot.pullRequests) {
        const auto checks = checked->checks.constFind(PullNumber{pull.number});
        if (checks != checked->checks.cend() && checks->head.text() == pull.headCommit)
            pull.checks = checksOf(checks->checks);
    }
}

QCoro::Task<> RefreshRun::askNewerCommits(int number)
{
    const auto *pull = m_snapshot.find(number);
    const auto base = pull->into;
    const auto headCommit = pull->headCommit;
    const auto compared = co_await github::compareCommits(m_api, m_repository, base, headCommit, 0, m_stop);
    if (!compared)
        co_return;
    for (auto &each : m_snapshot.pullRequests) {
        if (each.number == number)
            each.newerCommits = compared->behindBy;
    }
}

/// Without the right to see them, or without any, they simply do not count.
QCoro::Task<> RefreshRun::askDeployments()
{
    const auto answer = co_await github::listDeployments(m_api, m_repository, m_stop);
    if (!answer)
        co_return;
    const auto deployments = deploymentsOf(*answer);
    std::vector<QCoro::Task<>> tasks;
    const auto commits = decidingCommits(deployments);
    for (const auto &commit : commits) {
        if (!m_learned.imagesAt.contains(commit))
            tasks.push_back(askImagesAt(commit));
    }
    for (auto &task : tasks)
        co_await task;
    m_deployments = deployments;
}

QCoro::Task<> RefreshRun::askImagesAt(QString commit)
{
    const auto read = co_await github::readCommit(m_api, m_repository, commit, m_stop);
    if (!read)
        co_return;
    const auto files = co_await updates::readRepository(m_api, m_repository, *read, m_learned.files, {}, m_stop);
    if (!files)
        co_return;
    const auto survey =
        co_await updates::surveyAside({.source = updates::repositoryReader(*files)}, updates::Keep::NamesOnly);
    if (survey)
        m_learned.imagesAt.insert(commit, imagesOf(*survey));
}

} // namespace slipway::workspace
