// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/refresh.h"

#include "core/github/user.h"
#include "core/updates/pullbranch.h"
#include "core/updates/repository.h"
#include "core/workspace/answers.h"
#include "core/workspace/facts.h"
#include "core/workspace/rows.h"
#include "core/workspace/stored.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

constexpr auto snapshotName = "snapshot"_L1;
constexpr auto workflowFile = ".github/workflows/auto-update-images.yml"_L1;
constexpr int daysOfEnded = 7;      ///< pull requests that ended longer ago are not shown
constexpr qint64 betweenFinds = 50; ///< ms: rows that are judged one after another are shown together

using Task = QCoro::Task<>;

/// One refresh on its way. Its tasks refer to it, and all() waits for every one of them.
class Run
{
public:
    Run(ReachPointer reach, Snapshot known, Report report, std::stop_token stop)
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

    Task all();
    Task one(RowKey key);
    [[nodiscard]] Snapshot result();

private:
    // GitHub
    QCoro::Task<Result<github::Commit>> head();
    Task askWho();
    Task askLabels();
    Task askPullRequests();
    Task askChecks(QList<PullNumber> open);
    Task askNewerCommits(int number);
    Task askDeployments();
    Task askImagesAt(QString commit);
    // the registries
    Task askRegistries(QStringList services);
    Task askFacts(registry::Client *client, RowKey key);

    void take(const updates::RepositoryFilesPointer &files);
    void takePullRequests(const QList<github::UpdatePull> &answer);
    void judged(const updates::PlannedReference &reference);
    void fail(const Error &error);
    void settle();
    void settleSoon();

    ReachPointer m_reach;
    Learned &m_learned;
    github::Api m_api;
    RepositoryId m_repository;
    QDateTime m_now;
    Report m_report;
    std::stop_token m_stop;

    Snapshot m_snapshot;
    std::optional<QList<Deployment>> m_deployments; ///< nothing until they are read: what is known stays
    bool m_hasWorkflow = false;
    std::optional<Error> m_problem;
    QElapsedTimer m_found;
};

QStringList composeFilesOf(const updates::Survey &survey)
{
    QStringList files = survey.files;
    files.removeIf([](const QString &file) {
        return !file.endsWith(".yml"_L1) && !file.endsWith(".yaml"_L1) && !file.endsWith(".json"_L1);
    });
    return files;
}

QCoro::Task<Result<github::Commit>> Run::head()
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

Task Run::askWho()
{
    if (m_learned.person.isEmpty()) {
        const auto account = co_await github::whoAmI(m_api, m_stop);
        if (account)
            m_learned.person = account->login;
    }
    if (m_learned.branches.isEmpty()) {
        const auto branches = co_await github::listBranches(m_api, m_repository, m_stop);
        for (const auto &branch : branches.value_or(QList<github::Branch>{}))
            m_learned.branches.append(branch.name.text());
    }
    m_snapshot.person = m_learned.person;
    m_snapshot.branches = m_learned.branches;
}

/// Each time: people make labels at any time, and an answer that has not changed costs nothing.
Task Run::askLabels()
{
    const auto labels = co_await github::listLabels(m_api, m_repository, m_stop);
    if (labels)
        m_snapshot.labels = *labels;
}

Task Run::askPullRequests()
{
    const auto prefix = QString::fromLatin1(updates::branchPrefix);
    const auto since = m_now.addDays(-daysOfEnded);
    const auto pulls = co_await github::listUpdatePulls(m_api, m_repository, prefix, since, m_stop);
    if (!pulls) {
        fail(pulls.error());
        co_return;
    }
    takePullRequests(*pulls);
    settle();
    QList<PullNumber> open;
    std::vector<Task> tasks;
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
    settle();
}

/// What is known of the checks of the same head stays until they are asked for.
void Run::takePullRequests(const QList<github::UpdatePull> &answer)
{
    QList<PullRequest> pulls;
    for (const auto &each : answer) {
        auto made = pullRequestOf(each);
        const auto *before = m_snapshot.find(made.number);
        if (before && before->headCommit == made.headCommit) {
            made.checks = before->checks;
            made.newerCommits = before->newerCommits;
        }
        pulls.append(std::move(made));
    }
    std::ranges::sort(pulls, std::ranges::greater{}, &PullRequest::number);
    m_snapshot.pullRequests = pulls;
}

Task Run::askChecks(QList<PullNumber> open)
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

Task Run::askNewerCommits(int number)
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
Task Run::askDeployments()
{
    const auto answer = co_await github::listDeployments(m_api, m_repository, m_stop);
    if (!answer)
        co_return;
    const auto deployments = deploymentsOf(*answer);
    std::vector<Task> tasks;
    for (const auto &commit : decidingCommits(deployments)) {
        if (!m_learned.imagesAt.contains(commit))
            tasks.push_back(askImagesAt(commit));
    }
    for (auto &task : tasks)
        co_await task;
    m_deployments = deployments;
}

Task Run::askImagesAt(QString commit)
{
    const auto read = co_await github::readCommit(m_api, m_repository, commit, m_stop);
    if (!read)
        co_return;
    const auto files = co_await updates::readRepository(m_api, m_repository, *read, m_learned.files, {}, m_stop);
    if (!files)
        co_return;
    const auto survey = updates::survey({.source = updates::repositoryReader(*files)}, updates::Keep::NamesOnly);
    if (survey)
        m_learned.imagesAt.insert(commit, imagesOf(*survey));
}

void Run::take(const updates::RepositoryFilesPointer &files)
{
    m_learned.files = files;
    m_hasWorkflow = files->tree.contains(workflowFile);
    const auto survey = updates::survey({.source = updates::repositoryReader(files)}, updates::Keep::NamesOnly);
    if (!survey)
        return;
    m_learned.imagesAt.insert(files->commit, imagesOf(*survey));
    auto rows = rowsOf(*survey);
    keepKnown(rows, m_snapshot.rows);
    m_snapshot.rows = rows;
    m_snapshot.commit = files->commit;
    m_snapshot.problems = survey->problems;
    m_snapshot.composeFileNames = composeFilesOf(*survey);
    m_snapshot.composeFiles = static_cast<int>(m_snapshot.composeFileNames.size());
}

Task Run::askRegistries(QStringList services)
{
    const auto client = m_reach->registries();
    std::vector<Task> facts;
    const updates::Outside outside{
        .client = client.get(),
        .now = m_now,
        .progress = m_report.progress,
        .judged =
            [&](const updates::PlannedReference &reference) {
                judged(reference);
                for (const auto &owner : reference.owners)
                    facts.push_back(askFacts(client.get(), {.project = owner.project, .service = owner.service}));
                settleSoon();
            },
        .firstSeen = [this](const ImageRepository &repository,
                            const Digest &digest) { return m_reach->state().firstSeen(repository, digest, m_now); },
    };
    const auto source = updates::repositoryReader(m_learned.files);
    const auto planned = co_await updates::plan({.source = source, .services = services}, outside, m_stop);
    for (size_t i = 0; i < facts.size(); ++i) // none is added any more
        co_await facts.at(i);
    if (!planned) {
        fail(planned.error());
        co_return;
    }
    addJudgements(m_snapshot.rows, planned->plan, m_now); // also those that are refused without asking anyone
    if (services.isEmpty())
        m_snapshot.problems = planned->plan.problems;
}

void Run::judged(const updates::PlannedReference &reference)
{
    const updates::Plan one{.files = {}, .references = {reference}, .problems = {}, .diff = {}, .written = {}};
    addJudgements(m_snapshot.rows, one, m_now);
}

Task Run::askFacts(registry::Client *client, RowKey key)
{
    const auto *row = m_snapshot.find(key);
    if (!row)
        co_return;
    const auto asked = *row;
    const auto facts = co_await factsOf(asked, client, m_now.date(), m_stop);
    const auto found = std::ranges::find(m_snapshot.rows, key, &Row::key);
    if (!facts || found == m_snapshot.rows.end())
        co_return;
    if (asked.judgement && asked.judgement->outcome != updates::Outcome::Error)
        addFacts(*found, *facts); // else what was known last stays
    settleSoon();
}

void Run::fail(const Error &error)
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

void Run::settle()
{
    auto &rows = m_snapshot.rows;
    addAutomation(rows, m_hasWorkflow, m_repository.owner());
    const auto deploying = m_deployments ? addDeployments(rows, *m_deployments, m_learned.imagesAt) : QSet<RowKey>{};
    addPullRequests(rows, m_snapshot.pullRequests);
    setStates(rows, m_snapshot.pullRequests, deploying);
    if (m_report.found)
        m_report.found(m_snapshot);
    m_found.restart();
}

void Run::settleSoon()
{
    if (!m_found.isValid() || m_found.hasExpired(betweenFinds))
        settle();
}

Task Run::all()
{
    const auto commit = co_await head();
    if (!commit) {
        fail(commit.error());
        co_return;
    }
    m_snapshot.offlineSince = {};
    std::vector<Task> tasks;
    tasks.push_back(askWho());
    tasks.push_back(askLabels());
    const auto files = co_await updates::readRepository(m_api, m_repository, *commit, m_learned.files, {}, m_stop);
    if (files) {
        take(*files);
        settle();
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

Task Run::one(RowKey key)
{
    if (!m_learned.files) {
        co_await all();
        co_return;
    }
    co_await askRegistries({key.service});
    settle();
}

Snapshot Run::result()
{
    m_snapshot.problem = m_problem;
    if (const auto rate = m_api.rate())
        m_snapshot.budget = Budget{.limit = rate->limit, .remaining = rate->remaining, .resetsAt = rate->reset};
    if (!m_problem && !m_stop.stop_requested())
        m_snapshot.refreshedAt = m_now;
    m_reach->state().keep(m_reach->id(), snapshotName, toBytes(m_snapshot));
    m_reach->flush();
    return m_snapshot;
}

} // namespace

QCoro::Task<Snapshot> refresh(ReachPointer reach, Snapshot known, std::optional<RowKey> only, Report report,
                              std::stop_token stop)
{
    Run run(std::move(reach), std::move(known), std::move(report), std::move(stop));
    if (only)
        co_await run.one(*only);
    else
        co_await run.all();
    co_return run.result();
}

Snapshot stored(const ReachPointer &reach)
{
    const auto &connection = reach->connection();
    const auto kept = reach->state().kept(reach->id(), snapshotName);
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
