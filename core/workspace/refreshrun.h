// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/commits.h"
#include "core/github/updatepulls.h"
#include "core/updates/plan.h"
#include "core/workspace/refresh.h"

#include <QElapsedTimer>

namespace slipway::workspace
{

/// One refresh on its way. Its tasks refer to it, and all() waits for every one of them.
class RefreshRun
{
public:
    RefreshRun(ReachPointer reach, Snapshot known, Report report, std::stop_token stop)
        : m_reach(std::move(reach))
        , m_learned(m_reach->learned())
        , m_api(m_reach->github())
        , m_repository(m_reach->connection().repository)
        , m_now(m_reach->clock().now())
        , m_report(std::move(report))
        , m_stop(std::move(stop))
        , m_snapshot(std::move(known))
    {
    }

    QCoro::Task<> all();
    QCoro::Task<> one(RowKey key);
    [[nodiscard]] QCoro::Task<Snapshot> result();

private:
    // GitHub
    QCoro::Task<Result<github::Commit>> head();
    QCoro::Task<> askWho();
    QCoro::Task<> askLabels();
    QCoro::Task<> askPullRequests();
    QCoro::Task<> askChecks(QList<PullNumber> open);
    QCoro::Task<> askNewerCommits(int number);
    QCoro::Task<> askDeployments();
    QCoro::Task<> askImagesAt(QString commit);
    // the registries
    QCoro::Task<> askRegistries(QStringList services);
    QCoro::Task<> askFacts(registry::Client *client, RowKey key);

    QCoro::Task<> take(updates::RepositoryFilesPointer files);
    void takePullRequests(const QList<github::UpdatePull> &answer);
    void takeMergeability(const QList<github::UpdatePull> &answer);
    void judged(const updates::PlannedReference &reference);
    void fail(const Error &error);
    void settle(); ///< decides each row's state by all that is known
    void tell();   ///< settles, and reports what was found
    void tellSoon();

    ReachPointer m_reach;
    Learned &m_learned;
    github::Api m_api;
    RepositoryId m_repository;
    QDateTime m_now;
    Report m_report;
    std::stop_token m_stop;

    Snapshot m_snapshot;
    std::optional<QList<Deployment>> m_deployments; ///< nothing until they are read: what is known stays
    std::optional<RowKey> m_only = {};              ///< else all are asked for
    bool m_hasWorkflow = false;
    std::optional<Error> m_problem;
    QElapsedTimer m_found;
};

} // namespace slipway::workspace
