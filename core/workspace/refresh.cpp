// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/refresh.h"

#include "core/base/aside.h"
#include "core/updates/repository.h"
#include "core/workspace/refreshrun.h"
#include "core/workspace/rows.h"
#include "core/workspace/stored.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

constexpr auto snapshotName = "snapshot"_L1;
constexpr auto workflowFile = ".github/workflows/auto-update-images.yml"_L1;
constexpr qint64 betweenFinds = 50; ///< ms: rows that are judged one after another are shown together

QStringList composeFilesOf(const updates::Survey &survey)
{
    QStringList files = survey.files;
    files.removeIf([](const QString &file) {
        return !file.endsWith(".yml"_L1) && !file.endsWith(".yaml"_L1) && !file.endsWith(".json"_L1);
    });
    return files;
}

} // namespace

QCoro::Task<> RefreshRun::take(updates::RepositoryFilesPointer files)
{
    m_learned.files = files;
    m_hasWorkflow = files->tree.contains(workflowFile);
    const auto survey =
        co_await updates::surveyAside({.source = updates::repositoryReader(files)}, updates::Keep::NamesOnly);
    if (!survey)
        co_return;
    m_learned.imagesAt.insert(files->commit, imagesOf(*survey));
    auto rows = rowsOf(*survey);
    keepKnown(rows, m_snapshot.rows);
    m_snapshot.rows = rows;
    m_snapshot.commit = files->commit;
    m_snapshot.problems = survey->problems;
    m_snapshot.composeFileNames = composeFilesOf(*survey);
    m_snapshot.composeFiles = static_cast<int>(m_snapshot.composeFileNames.size());
}

void RefreshRun::fail(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled || m_problem)
        return;
    m_problem = error;
    const auto isOffline = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
    if (!isOffline)
        m_snapshot.offlineSince = {}; // somebody answered
    else if (!m_snapshot.offlineSince.isValid())
        m_snapshot.offlineSince = m_now;
}

void RefreshRun::settle()
{
    auto &rows = m_snapshot.rows;
    addAutomation(rows, m_hasWorkflow, m_repository.owner());
    const auto deploying = m_deployments ? addDeployments(rows, *m_deployments, m_learned.imagesAt) : QSet<RowKey>{};
    addPullRequests(rows, m_snapshot.pullRequests);
    setStates(rows, m_snapshot.pullRequests, deploying);
    if (m_only)
        endChecking(rows, m_only->service);
}

void RefreshRun::tell()
{
    settle();
    if (m_report.found)
        m_report.found(m_snapshot);
    m_found.restart();
}

void RefreshRun::tellSoon()
{
    if (!m_found.isValid() || m_found.hasExpired(betweenFinds))
        tell();
}

QCoro::Task<> RefreshRun::all()
{
    const auto commit = co_await head();
    if (!commit) {
        fail(commit.error());
        co_return;
    }
    m_snapshot.offlineSince = {};
    std::vector<QCoro::Task<>> tasks;
    tasks.push_back(askWho());
    tasks.push_back(askLabels());
    const auto files = co_await updates::readRepository(m_api, m_repository, *commit, m_learned.files, {}, m_stop);
    if (files) {
        co_await take(*files);
        tell();
        tasks.push_back(askPullRequests());
        tasks.push_back(askDeployments());
        tasks.push_back(askRegistries({}));
    } else {
        fail(files.error());
    }
    for (auto &task : tasks)
        co_await task;
    settle();
}

QCoro::Task<> RefreshRun::one(RowKey key)
{
    if (!m_learned.files) {
        co_await all();
        co_return;
    }
    m_only = key;
    co_await askRegistries({key.service});
    settle();
}

QCoro::Task<Snapshot> RefreshRun::result()
{
    m_snapshot.problem = m_problem;
    endChecking(m_snapshot.rows);
    if (const auto rate = m_api.rate())
        m_snapshot.budget = Budget{.limit = rate->limit, .remaining = rate->remaining, .resetsAt = rate->reset};
    if (!m_problem && !m_stop.stop_requested())
        m_snapshot.refreshedAt = m_now;
    const auto bytes = co_await Aside([snapshot = m_snapshot] { return toBytes(snapshot); });
    if (m_report.found) // a step of its own
        m_report.found(m_snapshot);
    m_reach->flush();
    co_await m_reach->keep(snapshotName, bytes);
    co_return m_snapshot;
}

QCoro::Task<Snapshot> refresh(ReachPointer reach, Snapshot known, std::optional<RowKey> only, Report report,
                              std::stop_token stop)
{
    RefreshRun run(std::move(reach), std::move(known), std::move(report), std::move(stop));
    if (only)
        co_await run.one(*only);
    else
        co_await run.all();
    co_return co_await run.result();
}

Snapshot stored(const Connection &connection, const store::StateFile &state)
{
    const auto kept = state.kept(idOf(connection), snapshotName);
    auto snapshot = kept ? snapshotFrom(*kept).value_or(Snapshot{}) : Snapshot{};
    snapshot.host = connection.host.name;
    snapshot.owner = connection.repository.owner();
    snapshot.repository = connection.repository.name();
    if (connection.branch)
        snapshot.branch = connection.branch->text();
    snapshot.isDemo = connection.isDemo;
    return snapshot;
}

} // namespace slipway::workspace
