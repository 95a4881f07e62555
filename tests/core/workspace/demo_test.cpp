// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/details.h"
#include "core/workspace/actions/draft.h"
#include "core/workspace/actions/policy.h"
#include "core/workspace/actions/review.h"
#include "core/workspace/refresh.h"
#include "tests/core/workspace/demo.h"
#include "tests/support/awaited.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;

namespace
{

const RowKey googleDrive{.project = u"docker-compose.yml"_s, .service = u"google-drive"_s};
const RowKey queue{.project = u"docker-compose.yml"_s, .service = u"queue"_s};
const RowKey apiClient{.project = u"docker-compose.yml"_s, .service = u"fogis-api-client"_s};

QString stateName(State state)
{
    static const QStringList names{u"failed"_s, u"blocked"_s, u"update ready"_s, u"in progress"_s, u"behind"_s,
                                   u"held"_s,   u"unknown"_s, u"checking"_s,     u"not checked"_s, u"up to date"_s};
    return names.value(static_cast<int>(state));
}

/// `project service: state, running -> candidate, pull requests, outcome reason`.
QString line(const Row &row)
{
    QStringList pulls;
    for (const auto number : row.pullRequests)
        pulls.append(u'#' + QString::number(number));
    const auto &judgement = row.judgement.value_or(updates::Judgement{});
    const auto reason = judgement.reason ? u' ' + updates::code(*judgement.reason) : QString{};
    const auto candidate = judgement.candidate ? judgement.candidate->tag : judgement.newest.value_or(u"-"_s);
    return u"%1 %2: %3, %4 -> %5, %6 behind, [%7], %8%9"_s.arg(
        row.key.project, row.key.service, stateName(row.state), row.running.version.tag, candidate,
        QString::number(row.releasesBehind), pulls.join(u' '), updates::code(judgement.outcome), reason);
}

template<class T> T found(const std::optional<Result<T>> &result)
{
    if (!result || !*result)
        qFatal("%s", result ? qPrintable(result->error().message + u' ' + result->error().details) : "no end");
    return **result;
}

} // namespace

/// The demo's repository as a workspace sees it. Expected is what the story says.
class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasARowForEachServiceOfEachProject();
    void saysWhyInWords();
    void runsWhatProductionRuns();
    void knowsTheFailedDeployment();
    void knowsThePullRequests();
    void tellsOfImages();
    void comesBackFromTheStore();
    void showsVersionsAndCommits();
    void reviewsAnUpdate();
    void reviewsAMajorVersion();
    void draftsTwoTogether();
    void draftsOne();
    void leavesOutWhatHasAPullRequest();
    void draftsAHold();

private:
    [[nodiscard]] const Row &row(const QString &service, const QString &project = u"docker-compose.yml"_s) const
    {
        return *m_snapshot.find({.project = project, .service = service});
    }

    test::Demo m_demo;
    ReachPointer m_reach;
    Snapshot m_snapshot;
};

void DemoTest::initTestCase()
{
    m_reach = m_demo.reach();
    m_snapshot = m_demo.refreshed(m_reach);
    QVERIFY2(!m_snapshot.problem,
             m_snapshot.problem ? qPrintable(m_snapshot.problem->message + m_snapshot.problem->details) : "");
    QCOMPARE(m_snapshot.commit, u"f494477c83d51f09aedb3fa1f22a686f961d739c"_s);
    QCOMPARE(m_snapshot.person, u"bartesch"_s);
    QCOMPARE(m_snapshot.branch, u"main"_s);
    QCOMPARE(m_snapshot.labels, (QStringList{u"dependencies"_s, u"docker"_s, u"major"_s, u"policy"_s}));
    QCOMPARE(m_snapshot.composeFileNames, (QStringList{u"docker-compose.yml"_s, u"tools/compose.yaml"_s}));
}

void DemoTest::hasARowForEachServiceOfEachProject()
{
    QStringList lines;
    for (const auto &each : std::as_const(m_snapshot.rows))
        lines.append(line(each));

    const auto expected =
        u"docker-compose.yml calendar-sync: failed, 2.1.0 -> 2.2.0, 0 behind, [#219], current\n"
        "docker-compose.yml change-detector: up to date, 3.0.1 -> 3.0.1, 0 behind, [#216], current\n"
        "docker-compose.yml fogis-api-client: update ready, 1.4.2 -> 1.5.0, 1 behind, [#220], update\n"
        "docker-compose.yml google-drive: behind, latest -> latest, 1 behind, [], update\n"
        "docker-compose.yml logo-combiner: in progress, 1.1.7 -> 1.1.8, 1 behind, [#221], update\n"
        "docker-compose.yml logs: unknown, 3.2.1 -> -, 0 behind, [], error registry-rate-limited\n"
        "docker-compose.yml match-processor: blocked, 1.8.3 -> 2.0.0, 1 behind, [#217], held level\n"
        "docker-compose.yml queue: update ready, 7.4.1-alpine -> 7.4.2-alpine, 1 behind, [], update\n"
        "docker-compose.yml reverse-proxy: held, 2.8.4 -> 2.9.1, 2 behind, [], held hold\n"
        "tools/compose.yaml fogis-api-client: update ready, 1.4.2 -> 1.5.0, 1 behind, [#220], update"_s;
    QCOMPARE(lines, expected.split(u'\n'));
}

void DemoTest::saysWhyInWords()
{
    const auto why = [&](const QString &service) { return row(service).judgement->why; };
    const auto local = [](int hour, int minute) {
        return test::FakeClock(QDateTime(QDate(2026, 11, 24), QTime(hour, minute), QTimeZone::UTC)).now().toLocalTime();
    };

    QCOMPARE(why(u"google-drive"_s), u"The tag \"latest\" points to a newer image, pushed on %1."_s.arg(
                                         local(8, 31).toString(u"d MMM, HH:mm"_s)));
    QCOMPARE(why(u"reverse-proxy"_s), u"2.9.1 is newer, but held until 1 Dec 2026."_s);
    QCOMPARE(why(u"queue"_s), u"7.4.2-alpine is the newest tag that the pattern matches."_s);
    QCOMPARE(why(u"logs"_s), u"docker.io asks to wait until %1."_s.arg(local(14, 10).toString(u"HH:mm"_s)));
    QVERIFY(std::abs(row(u"logs"_s).askAgainAt.secsTo(QDateTime(QDate(2026, 11, 24), QTime(14, 10), QTimeZone::UTC))) <
            60);
    QCOMPARE(why(u"fogis-api-client"_s), u"1.5.0 is the newest 1.x."_s);
    QCOMPARE(why(u"match-processor"_s), u"2.0.0 is a major version, and the policy allows minor ones."_s);
    QCOMPARE(why(u"change-detector"_s), u"3.0.1 is the newest 3.x."_s);
    QCOMPARE(why(u"calendar-sync"_s), u"2.2.0 is the newest 2.x."_s);
    QCOMPARE(why(u"logo-combiner"_s), u"1.1.8 is the newest 1.1.x."_s);
}

void DemoTest::runsWhatProductionRuns()
{
    const auto deployed = QDateTime(QDate(2026, 11, 21), QTime(15, 36), QTimeZone::UTC);

    QCOMPARE(row(u"calendar-sync"_s).running.environment, u"production"_s);
    QCOMPARE(row(u"calendar-sync"_s).running.deployedAt, deployed);
    QCOMPARE(row(u"calendar-sync"_s).running.version.digest->shortText(), u"c71c0945d563"_s);
    QCOMPARE(row(u"fogis-api-client"_s, u"tools/compose.yaml"_s).running.environment, QString{});
}

void DemoTest::knowsTheFailedDeployment()
{
    const auto failure = row(u"calendar-sync"_s).failure;

    QVERIFY(failure);
    QCOMPARE(failure->environment, u"canary-1"_s);
    QCOMPARE(failure->description, u"calendar-sync 2.2.0 was unhealthy for 90 s; 2.1.0 runs again"_s);
    QCOMPARE(failure->version.tag, u"2.2.0"_s);
}

void DemoTest::knowsThePullRequests()
{
    const auto &ready = *m_snapshot.find(220);
    QCOMPARE(ready.title, u"Update fogis-api-client to 1.5.0"_s);
    QCOMPARE(ready.author, u"slipway-bot"_s);
    QCOMPARE(ready.branch, u"slipway/image/fogis-api-client"_s);
    QCOMPARE(ready.review, PullRequest::Review::Approved);
    QCOMPARE(ready.mergeability, PullRequest::Mergeability::Clean);
    QCOMPARE(ready.newerCommits, 0);
    QCOMPARE(ready.checks.size(), 6);
    QCOMPARE(ready.moves.size(), 1);
    QCOMPARE(ready.moves.first().to.tag, u"1.5.0"_s);
    QCOMPARE(ready.moves.first().to.digest->shortText(), u"25229c2d4359"_s);

    const auto &waiting = *m_snapshot.find(217);
    QCOMPARE(waiting.review, PullRequest::Review::Required);
    QCOMPARE(waiting.newerCommits, 2);
    QVERIFY(waiting.labels.contains(u"major"_s));

    const auto &running = *m_snapshot.find(221);
    QCOMPARE(std::ranges::count(running.checks, Check::State::Passed, &Check::state), 4);
    QCOMPARE(std::ranges::count(running.checks, Check::State::Running, &Check::state), 2);

    QCOMPARE(m_snapshot.find(219)->stage, PullRequest::Stage::Merged);
    QCOMPARE(m_snapshot.find(219)->endedBy, u"bartesch"_s);
    QCOMPARE(m_snapshot.find(218)->stage, PullRequest::Stage::Closed);
}

void DemoTest::tellsOfImages()
{
    const auto &client = row(u"fogis-api-client"_s);
    QCOMPARE(client.newestCreated, simulator::stillStart().addSecs(-27 * 60));
    QCOMPARE(client.runningCreated, simulator::stillStart().addDays(-8));
    QCOMPARE(client.claimedProvenance, (updates::ProvenanceClaim{u"docker-build.yml"_s, u"main"_s}));
    QCOMPARE(client.platforms.size(), 2);
    QVERIFY(client.droppedPlatforms.isEmpty());
    QVERIFY(client.isAutomated);
    QVERIFY(client.isInSeveralProjects);

    QCOMPARE(row(u"match-processor"_s).droppedPlatforms, QList{Platform::of(u"linux"_s, u"arm64"_s, {})});
    QCOMPARE(row(u"queue"_s).claimedProvenance, updates::ProvenanceClaim{});
    QVERIFY(!row(u"queue"_s).isAutomated);
    QCOMPARE(row(u"reverse-proxy"_s).newestCreated, simulator::stillStart().addDays(-16));
}

void DemoTest::comesBackFromTheStore()
{
    const auto kept = workspace::stored(m_demo.reach()->connection(), m_demo.reach()->state());

    QVERIFY(kept.rows == m_snapshot.rows);
    QVERIFY(kept.pullRequests == m_snapshot.pullRequests);
    QVERIFY(kept.isDemo);
}

void DemoTest::showsVersionsAndCommits()
{
    const auto details =
        found(test::awaited(askDetails(m_reach, row(u"fogis-api-client"_s), {}), std::chrono::seconds(20)));

    QCOMPARE(details.versions.size(), 16);
    const auto &newest = details.versions.first();
    QCOMPARE(newest.tag, u"1.5.0"_s);
    QVERIFY(newest.isNewest);
    auto also = newest.also;
    also.sort();
    QCOMPARE(also.size(), 5);
    QVERIFY(also.contains(u"1.5"_s) && also.contains(u"1"_s) && also.contains(u"latest"_s) && also.contains(u"main"_s));
    QCOMPARE(details.versions.at(1).tag, u"1.4.2"_s);
    QVERIFY(details.versions.at(1).isRunning);
    QVERIFY(details.between);
    QCOMPARE(details.between->count, 7);
    QCOMPARE(details.between->commits.first().subject, u"Cache club metadata between requests"_s);
    QCOMPARE(details.between->commits.first().author, u"bartesch"_s);
    QVERIFY(!details.between->releaseNotes.isEmpty());
    QCOMPARE(details.labels.value(u"org.opencontainers.image.version"_s), u"1.5.0"_s);

    const auto failed =
        found(test::awaited(askDetails(m_reach, row(u"calendar-sync"_s), {}), std::chrono::seconds(20)));
    QVERIFY(failed.between);
    QCOMPARE(failed.between->count, 3);
}

void DemoTest::reviewsAnUpdate()
{
    const auto preview = found(test::awaited(reviewPullRequest(m_reach, 220, {}), std::chrono::seconds(20)));

    QCOMPARE(preview.into, u"main"_s);
    QCOMPARE(preview.baseCommit, m_snapshot.commit);
    QCOMPARE(preview.files.size(), 2);
    QCOMPARE(preview.files.at(0).path, u"docker-compose.yml"_s);
    QCOMPARE(preview.files.at(0).places.first().line, 33);
    QCOMPARE(preview.files.at(0).places.first().path, (QStringList{u"services"_s, u"fogis-api-client"_s}));
    QCOMPARE(preview.files.at(1).path, u"tools/compose.yaml"_s);
    QCOMPARE(preview.files.at(1).places.first().line, 5);
    QCOMPARE(preview.files.at(1).places.first().special, Special::Default);
    QCOMPARE(preview.updates.size(), 1);
    QCOMPARE(preview.updates.first().between->count, 7);
    QVERIFY(preview.updates.first().risks.isEmpty());
    QCOMPARE(preview.updates.first().claimedProvenance, (updates::ProvenanceClaim{u"docker-build.yml"_s, u"main"_s}));

    const auto inEnvironment = found(test::awaited(reviewPullRequest(m_reach, 221, {}), std::chrono::seconds(20)));
    QCOMPARE(inEnvironment.files.size(), 1);
    QCOMPARE(inEnvironment.files.first().path, u".env"_s);
    QCOMPARE(inEnvironment.files.first().places.first().line, 4);
    QCOMPARE(inEnvironment.files.first().places.first().special, Special::EnvFile);
}

void DemoTest::reviewsAMajorVersion()
{
    const auto preview = found(test::awaited(reviewPullRequest(m_reach, 217, {}), std::chrono::seconds(20)));

    const auto &update = preview.updates.first();
    QCOMPARE(update.risks, (QList{updates::Risk::Major, updates::Risk::PlatformDropped}));
    QCOMPARE(update.droppedPlatforms, QList{Platform::of(u"linux"_s, u"arm64"_s, {})});
    QVERIFY(!update.platformsAreAllThere);
    QCOMPARE(preview.files.first().places.first().line, 45);
}

void DemoTest::draftsTwoTogether()
{
    const auto draft = found(test::awaited(draftUpdate(m_reach, {googleDrive, queue}, {}), std::chrono::seconds(20)));

    QCOMPARE(draft.title, u"Update google-drive and queue"_s);
    QCOMPARE(draft.branch, u"slipway/image-batch"_s);
    QCOMPARE(draft.into, u"main"_s);
    QCOMPARE(draft.labels, (QStringList{u"dependencies"_s, u"docker"_s}));
    QVERIFY2(draft.text.startsWith(
                 u"Updates 2 images in 1 file.\n\n| service | from | to |\n|---|---|---|\n"
                 "| google-drive | latest 576136e | latest d3bd421 |\n"
                 "| queue | 7.4.1-alpine | 7.4.2-alpine |\n\n"
                 "google-drive: [3 commits](https://github.com/PitchConnect/google-drive-service/compare/"_s),
             qPrintable(draft.text));
    QVERIFY2(draft.text.endsWith(u"), main of 2026-11-24 08:31 UTC, 9aa53f9.\n"
                                 "queue: no source repository is named.\n\nOpened with Slipway.\n"_s),
             qPrintable(draft.text));
    QCOMPARE(draft.markers.size(), 2);
    QCOMPARE(draft.preview.files.size(), 1);
    QCOMPARE(draft.preview.baseCommit, m_snapshot.commit);
    QCOMPARE(draft.preview.contentHash.first(8), u"cf840f65"_s);
    const auto &places = draft.preview.files.first().places;
    QCOMPARE(places.size(), 2);
    QCOMPARE(places.at(0).special, Special::Anchor);
    QCOMPARE(places.at(0).anchor, u"x-drive"_s);
    QCOMPARE(places.at(0).line, 5);
    QCOMPARE(places.at(1).path, (QStringList{u"services"_s, u"queue"_s}));
    QCOMPARE(places.at(1).line, 18);
    QVERIFY(draft.leftOut.isEmpty());
}

void DemoTest::draftsOne()
{
    const auto draft = found(test::awaited(draftUpdate(m_reach, {googleDrive}, {}), std::chrono::seconds(20)));

    QCOMPARE(draft.title, u"Update google-drive to latest, main of 2026-11-24 08:31 UTC, 9aa53f9"_s);
    QCOMPARE(draft.branch, u"slipway/image/google-drive"_s);
}

void DemoTest::leavesOutWhatHasAPullRequest()
{
    const auto draft =
        found(test::awaited(draftUpdate(m_reach, {googleDrive, queue, apiClient}, {}), std::chrono::seconds(20)));

    QCOMPARE(draft.leftOut, (QList<std::pair<RowKey, int>>{{apiClient, 220}}));
    QCOMPARE(draft.services, (QList{googleDrive, queue}));
    QCOMPARE(draft.preview.contentHash.first(8), u"cf840f65"_s);
}

void DemoTest::draftsAHold()
{
    const PolicyChange hold{.service = u"google-drive"_s, .hold = config::Hold{QDate(2026, 12, 1)}};
    const auto draft = found(test::awaited(draftPolicy(m_reach, hold, {})));

    QCOMPARE(draft.branch, u"slipway/policy"_s);
    QCOMPARE(draft.title, u"Hold google-drive until 1 Dec 2026"_s);
    QCOMPARE(draft.preview.files.size(), 1);
    QCOMPARE(draft.preview.files.first().path, u".github/slipway.yml"_s);
    auto wanted = draft.preview.files.first().before;
    wanted.replace("google-drive: { follow: digest }", "google-drive: { follow: digest, hold: 2026-12-01 }");
    QCOMPARE(draft.preview.files.first().after, wanted);
}

const slipway::test::Registered<DemoTest> registered;

#include "demo_test.moc"
