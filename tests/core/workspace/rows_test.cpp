// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/rows.h"

#include "tests/core/workspace/samples.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;

using Review = PullRequest::Review;
using Mergeability = PullRequest::Mergeability;

Q_DECLARE_METATYPE(State)
Q_DECLARE_METATYPE(PullRequest)
Q_DECLARE_METATYPE(updates::Outcome)

namespace
{

Row judged(updates::Outcome outcome, bool isAutomated = true)
{
    auto row = test::row(u"web"_s);
    row.judgement = updates::Judgement{.outcome = outcome};
    row.isAutomated = isAutomated;
    row.pullRequests = {7};
    return row;
}

PullRequest open(Review review, Mergeability mergeability, const QList<Check> &checks = {})
{
    return {.number = 7,
            .branch = u"slipway/image/web"_s,
            .review = review,
            .mergeability = mergeability,
            .checks = checks,
            .moves = {{.service = u"web"_s, .from = {}, .to = {}}}};
}

Check check(Check::State state, bool isRequired = true)
{
    return {.name = u"scan"_s, .state = state, .isRequired = isRequired};
}

Images images(const QString &web, const QString &queue)
{
    const auto image = [](const QString &service, const QString &tag) {
        return ImageReference{
            .repository = {.registry = u"ghcr.io"_s, .path = u"acme/"_s + service}, .tag = tag, .digest = {}};
    };
    return {{{.project = u"docker-compose.yml"_s, .service = u"web"_s}, image(u"web"_s, web)},
            {{.project = u"docker-compose.yml"_s, .service = u"queue"_s}, image(u"queue"_s, queue)},
            {{.project = u"tools/compose.yaml"_s, .service = u"web"_s}, image(u"web"_s, web)}};
}

Deployment deployment(const QString &environment, const QString &commit, Deployment::State state)
{
    return {.environment = environment,
            .commit = commit,
            .projects = {u"docker-compose.yml"_s},
            .state = state,
            .description = u"was unhealthy for 90 s"_s,
            .at = test::at(14)};
}

Row toolsRow()
{
    auto row = test::row(u"web"_s, u"2"_s);
    row.key.project = u"tools/compose.yaml"_s;
    return row;
}

} // namespace

/// Where a row stands, decided without any network.
class RowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sayWhereTheyStand_data();
    void sayWhereTheyStand();
    void failWhereTheDeployFailed();
    void areInProgressWhileTheyAreDeployed();
    void doNotMindAPullRequestThatEnded();
    void runWhatProductionRuns();
    void runWhatTheBranchSaysWithoutADeployment();
    void tellOfAFailureOnlyWhereTheImageChanged();
    void forgetAFailureAfterASuccess();
    void askForTheCommitsThatDecide();
    void keepWhatIsKnownOfTheSameImage();
    void areCarriedByTheirPullRequests();
    void areAutomatedWhereAWorkflowIs();
};

void RowsTest::sayWhereTheyStand_data()
{
    QTest::addColumn<updates::Outcome>("outcome");
    QTest::addColumn<bool>("isAutomated");
    QTest::addColumn<QList<PullRequest>>("pullRequests");
    QTest::addColumn<State>("state");

    using enum updates::Outcome;
    const auto row = [](const char *name, updates::Outcome outcome, bool isAutomated,
                        const QList<PullRequest> &pullRequests,
                        State state) { QTest::newRow(name) << outcome << isAutomated << pullRequests << state; };
    const auto passed = check(Check::State::Passed);
    const auto failed = check(Check::State::Failed);
    const auto running = check(Check::State::Running);

    row("nothing newer", Current, true, {}, State::UpToDate);
    row("newer, a workflow opens it", Update, true, {}, State::Behind);
    row("newer, nobody opens it", Update, false, {}, State::UpdateReady);
    row("held", Held, true, {}, State::Held);
    row("refused", Refused, true, {}, State::Blocked);
    row("not found out", Error, true, {}, State::Unknown);
    row("can be merged", Update, true, {open(Review::Approved, Mergeability::Clean, {passed})}, State::UpdateReady);
    row("needs no review", Update, true, {open(Review::None, Mergeability::Clean, {passed})}, State::UpdateReady);
    row("waits for a review", Held, true, {open(Review::Required, Mergeability::Blocked, {passed})}, State::Blocked);
    row("waits for changes", Update, true, {open(Review::ChangesRequested, Mergeability::Clean)}, State::Blocked);
    row("conflicts", Update, true, {open(Review::Approved, Mergeability::Conflicting)}, State::Blocked);
    row("a required check failed", Update, true, {open(Review::Approved, Mergeability::Blocked, {failed})},
        State::Failed);
    row("another check failed", Update, true,
        {open(Review::Approved, Mergeability::Clean, {check(Check::State::Failed, false)})}, State::UpdateReady);
    row("checks run", Update, true, {open(Review::Approved, Mergeability::Blocked, {passed, running})},
        State::InProgress);
    row("checks run, a review is missing", Update, true, {open(Review::Required, Mergeability::Blocked, {running})},
        State::Blocked);
    row("nobody reports a check", Update, true, {open(Review::Approved, Mergeability::Blocked, {passed})},
        State::Blocked);
    row("GitHub is still checking", Update, true, {open(Review::Approved, Mergeability::Unknown)}, State::InProgress);
}

void RowsTest::sayWhereTheyStand()
{
    QFETCH(const updates::Outcome, outcome);
    QFETCH(const bool, isAutomated);
    QFETCH(const QList<PullRequest>, pullRequests);
    QFETCH(const State, state);
    QList<Row> rows{judged(outcome, isAutomated)};

    setStates(rows, pullRequests, {});

    QCOMPARE(rows.first().state, state);
}

void RowsTest::failWhereTheDeployFailed()
{
    QList<Row> rows{judged(updates::Outcome::Current)};
    rows.first().failure = DeployFailure{.environment = u"canary-1"_s, .description = {}, .version = {}, .at = {}};

    setStates(rows, {open(Review::Approved, Mergeability::Clean)}, {rows.first().key});

    QCOMPARE(rows.first().state, State::Failed);
}

void RowsTest::areInProgressWhileTheyAreDeployed()
{
    QList<Row> rows{judged(updates::Outcome::Current)};

    setStates(rows, {}, {rows.first().key});

    QCOMPARE(rows.first().state, State::InProgress);
}

void RowsTest::doNotMindAPullRequestThatEnded()
{
    QList<Row> rows{judged(updates::Outcome::Current)};
    auto closed = open(Review::Required, Mergeability::Conflicting);
    closed.stage = PullRequest::Stage::Closed;

    setStates(rows, {closed}, {});

    QCOMPARE(rows.first().state, State::UpToDate);
}

void RowsTest::runWhatProductionRuns()
{
    QList<Row> rows{test::row(u"queue"_s, u"2"_s), test::row(u"web"_s, u"2"_s), toolsRow()};

    addDeployments(rows,
                   {deployment(u"staging"_s, u"new"_s, Deployment::State::Succeeded),
                    deployment(u"production"_s, u"old"_s, Deployment::State::Succeeded)},
                   {{u"old"_s, images(u"1"_s, u"2"_s)}});

    QCOMPARE(rows.at(1).running,
             (Running{.version = {.tag = u"1"_s}, .environment = u"production"_s, .deployedAt = test::at(14)}));
    QCOMPARE(rows.at(0).running.version.tag, u"2"_s);
    QCOMPARE(rows.at(2).running, (Running{.version = {.tag = u"2"_s}})); // no deployment names its project
}

void RowsTest::runWhatTheBranchSaysWithoutADeployment()
{
    QList<Row> rows{test::row(u"web"_s, u"2"_s)};

    addDeployments(rows, {}, {});

    QCOMPARE(rows.first().running, (Running{.version = {.tag = u"2"_s}}));
}

void RowsTest::tellOfAFailureOnlyWhereTheImageChanged()
{
    QList<Row> rows{test::row(u"queue"_s, u"2"_s), test::row(u"web"_s, u"2"_s), toolsRow()};

    addDeployments(rows,
                   {deployment(u"canary-1"_s, u"new"_s, Deployment::State::Failed),
                    deployment(u"staging"_s, u"new"_s, Deployment::State::Succeeded),
                    deployment(u"production"_s, u"old"_s, Deployment::State::Succeeded)},
                   {{u"old"_s, images(u"1"_s, u"2"_s)}, {u"new"_s, images(u"2"_s, u"2"_s)}});

    QVERIFY(!rows.at(0).failure);
    QVERIFY(rows.at(1).failure);
    QCOMPARE(rows.at(1).failure->environment, u"canary-1"_s);
    QCOMPARE(rows.at(1).failure->version.tag, u"2"_s);
    QCOMPARE(rows.at(1).running.version.tag, u"1"_s);
    QVERIFY(!rows.at(2).failure);
}

void RowsTest::forgetAFailureAfterASuccess()
{
    QList<Row> rows{test::row(u"web"_s, u"3"_s)};
    const QHash<QString, Images> imagesAt{
        {u"old"_s, images(u"1"_s, u"1"_s)}, {u"new"_s, images(u"2"_s, u"1"_s)}, {u"newer"_s, images(u"3"_s, u"1"_s)}};
    const auto failed = deployment(u"canary-1"_s, u"new"_s, Deployment::State::Failed);
    const auto production = deployment(u"production"_s, u"old"_s, Deployment::State::Succeeded);

    addDeployments(rows, {deployment(u"canary-1"_s, u"newer"_s, Deployment::State::Succeeded), failed, production},
                   imagesAt);
    QVERIFY(!rows.first().failure);

    const auto deploying = addDeployments(
        rows, {deployment(u"canary-1"_s, u"newer"_s, Deployment::State::Running), failed, production}, imagesAt);
    QVERIFY(!rows.first().failure);
    QVERIFY(deploying.contains(rows.first().key));
}

void RowsTest::askForTheCommitsThatDecide()
{
    const QList<Deployment> deployments{
        deployment(u"canary-1"_s, u"c3"_s, Deployment::State::Failed),
        deployment(u"staging"_s, u"c3"_s, Deployment::State::Succeeded),
        deployment(u"canary-1"_s, u"c2"_s, Deployment::State::Failed),
        deployment(u"production"_s, u"c1"_s, Deployment::State::Succeeded),
        deployment(u"staging"_s, u"c0"_s, Deployment::State::Failed),
    };

    QCOMPARE(decidingCommits(deployments), (QStringList{u"c1"_s, u"c3"_s}));
}

void RowsTest::keepWhatIsKnownOfTheSameImage()
{
    auto known = test::snapshot(3).rows;
    QList<Row> fresh;
    for (const auto &row : std::as_const(known)) {
        Row one{.key = row.key, .image = row.image, .file = u"other.yml"_s, .line = 9};
        one.policy = row.policy;
        fresh.append(one);
    }
    fresh[1].image.tag = u"9"_s;
    fresh[2].policy.hold.reset();

    keepKnown(fresh, known);

    auto expected = known.at(0);
    expected.file = u"other.yml"_s; // where it stands is always as it is now
    expected.line = 9;
    QVERIFY(fresh.at(0) == expected);
    QVERIFY(!fresh.at(1).judgement);
    QVERIFY(!fresh.at(2).judgement);
}

void RowsTest::areCarriedByTheirPullRequests()
{
    QList<Row> rows{test::row(u"queue"_s), test::row(u"web"_s)};
    PullRequest byHand{.number = 3, .branch = u"slipway/image/queue"_s};
    PullRequest batch{
        .number = 5, .branch = u"slipway/image-batch"_s, .moves = {{u"queue"_s, {}, {}}, {u"web"_s, {}, {}}}};
    PullRequest policy{.number = 9,
                       .branch = u"slipway/policy"_s,
                       .policyChange = u"Hold web until 1 Dec 2026"_s,
                       .policyServices = {u"web"_s}};

    addPullRequests(rows, {policy, batch, byHand});

    QCOMPARE(rows.at(0).pullRequests, (QList<int>{5, 3}));
    QCOMPARE(rows.at(1).pullRequests, (QList<int>{9, 5}));
}

void RowsTest::areAutomatedWhereAWorkflowIs()
{
    QList<Row> rows{test::row(u"web"_s), test::row(u"queue"_s)};
    rows[1].image.repository = {.registry = u"docker.io"_s, .path = u"library/redis"_s};

    addAutomation(rows, true, u"Acme"_s);
    QVERIFY(rows.at(0).isAutomated);
    QVERIFY(!rows.at(1).isAutomated);

    addAutomation(rows, false, u"Acme"_s);
    QVERIFY(!rows.at(0).isAutomated);
}

const slipway::test::Registered<RowsTest> registered;

#include "rows_test.moc"
