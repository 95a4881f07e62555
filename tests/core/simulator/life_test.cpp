// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/life.h"

#include "core/simulator/demo.h"
#include "core/simulator/pulls.h"
#include "core/simulator/world.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::simulator;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// The demo with its life, some time after its start.
class Demo
{
public:
    explicit Demo(quint32 seed = 1) { startLife(world, seed); }

    void at(std::chrono::seconds after) { advance(world, stillStart().addDuration(after)); }
    [[nodiscard]] Repository &deployment() { return *repository(world, u"PitchConnect"_s, u"fogis-deployment"_s); }
    [[nodiscard]] PullRequest &pull(int number) { return deployment().pulls[number]; }
    [[nodiscard]] Mergeability::State state(int number) { return mergeability(deployment(), pull(number)).state; }
    [[nodiscard]] QByteArray file(const ObjectId &commit, const QString &path)
    {
        return git::fileAt(deployment().objects, commit, path).value_or(QByteArray{});
    }
    [[nodiscard]] QString digest(const QString &name, const QString &tag)
    {
        return digestOf(*images(world, u"ghcr.io"_s, u"pitchconnect/"_s + name), tag);
    }
    [[nodiscard]] CheckRun check(int number, const QString &name)
    {
        const auto runs = deployment().checkRuns.value(pull(number).headCommit);
        return *std::ranges::find(runs, name, &CheckRun::name);
    }

    World world = demoWorld(stillStart());
};

using State = Mergeability::State;
using Conclusion = CheckRun::Conclusion;

} // namespace

class LifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingHappensInAWorldThatStands();
    void aChecksEndLetsAPullRequestBeMerged();
    void mainMovesByItself();
    void aVersionBecomesAPullRequest();
    void aFixOfCalendarSyncIsReady();
    void aVersionWithoutAPlatformIsNotProposed();
    void aFailedScanIsRepairedByTheNextVersion();
    void leavesAloneABranchThatAPersonMoved();
    void checksWhatAPersonOpened();
    void goesOnWithPatchReleases();
    void isTheSameForTheSameSeed();
    void doesNotDependOnTheStepsOfTheClock();
};

void LifeTest::nothingHappensInAWorldThatStands()
{
    World world = demoWorld(stillStart());
    const auto ids = world.lastId;

    advance(world, stillStart().addDays(1));

    QCOMPARE(world.lastId, ids);
    QCOMPARE(world.now, stillStart().addDays(1));
}

void LifeTest::aChecksEndLetsAPullRequestBeMerged()
{
    Demo demo;

    demo.at(19s);
    QCOMPARE(demo.state(221), State::Blocked);
    demo.at(61s);
    QCOMPARE(demo.state(221), State::Clean);
    QCOMPARE(demo.check(221, u"scan"_s).title, u"No critical, 2 medium"_s);
}

void LifeTest::mainMovesByItself()
{
    Demo demo;
    const auto before = branch(demo.deployment(), u"main"_s);

    demo.at(3min + 21s);

    const auto after = branch(demo.deployment(), u"main"_s);
    const auto commit = demo.deployment().objects.commits.value(after);
    QCOMPARE(commit.parents, QList<ObjectId>{before});
    QCOMPARE(commit.message, u"README: who to call\n"_s);
    QCOMPARE(demo.file(after, u"README.md"_s).count('\n'), demo.file(before, u"README.md"_s).count('\n') + 1);
}

void LifeTest::aVersionBecomesAPullRequest()
{
    Demo demo;

    demo.at(6min + 21s);
    const auto digest = demo.digest(u"match-list-change-detector"_s, u"3.0.2"_s);
    QVERIFY(!digest.isEmpty());
    QCOMPARE(demo.digest(u"match-list-change-detector"_s, u"latest"_s), digest);
    QVERIFY(!demo.deployment().pulls.contains(222));

    demo.at(8min + 21s);
    QCOMPARE(demo.pull(222).title, u"Update change-detector to 3.0.2"_s);
    QCOMPARE(demo.pull(222).author, u"slipway-bot"_s);
    QVERIFY(demo.file(demo.pull(222).headCommit, u"docker-compose.yml"_s)
                .contains(QByteArray{"3.0.2@" + digest.toLatin1()}));
    QCOMPARE(demo.state(222), State::Blocked);

    demo.at(9min + 51s);
    QCOMPARE(demo.state(222), State::Clean);
}

void LifeTest::aFixOfCalendarSyncIsReady()
{
    Demo demo;

    demo.at(16min);

    QCOMPARE(demo.pull(223).title, u"Update calendar-sync to 2.2.1"_s);
    QCOMPARE(demo.state(223), State::Clean);
    const auto *source = repository(demo.world, u"PitchConnect"_s, u"fogis-calendar-phonebook-sync"_s);
    const auto newest = source->objects.commits.value(branch(*source, u"main"_s));
    QCOMPARE(newest.message, u"Default for phonebook_group\n"_s);
    QCOMPARE(newest.author.name, u"Mats Fager"_s);
}

void LifeTest::aVersionWithoutAPlatformIsNotProposed()
{
    Demo demo;
    const auto before = demo.pull(221).headCommit;

    demo.at(22min);

    QVERIFY(!demo.digest(u"team-logo-combiner"_s, u"1.1.9"_s).isEmpty());
    QCOMPARE(demo.pull(221).headCommit, before);
}

void LifeTest::aFailedScanIsRepairedByTheNextVersion()
{
    Demo demo;

    demo.at(28min + 30s);
    QCOMPARE(demo.pull(220).title, u"Update fogis-api-client to 1.5.1"_s);
    QCOMPARE(demo.check(220, u"scan"_s).conclusion, Conclusion::Failure);
    QCOMPARE(demo.check(220, u"scan"_s).title, u"1 critical"_s);
    QCOMPARE(demo.state(220), State::Blocked);

    demo.at(35min + 30s);
    QCOMPARE(demo.pull(220).title, u"Update fogis-api-client to 1.5.2"_s);
    QVERIFY(demo.file(demo.pull(220).headCommit, u"tools/compose.yaml"_s).contains("FOGIS_API_TAG:-1.5.2@sha256:"));
    QCOMPARE(demo.state(220), State::Clean);
}

void LifeTest::leavesAloneABranchThatAPersonMoved()
{
    Demo demo;
    const auto own = commitFiles(demo.world, demo.deployment(), demo.pull(220).head, {{u"note"_s, "mine\n"}},
                                 u"mfager"_s, u"Not yet"_s);

    demo.at(40min);

    QCOMPARE(branch(demo.deployment(), demo.pull(220).head), own);
    QCOMPARE(demo.pull(220).title, u"Update fogis-api-client to 1.5.0"_s);
}

void LifeTest::checksWhatAPersonOpened()
{
    Demo demo;
    demo.at(10s);
    auto &deployment = demo.deployment();
    const auto head = u"slipway/image/google-drive"_s;
    moveBranch(demo.world, deployment, head, branch(deployment, u"main"_s));
    commitFiles(demo.world, deployment, head, {{u"note"_s, "x\n"}}, u"bartesch"_s, u"Update google-drive"_s);
    openPull(demo.world, deployment, {.title = u"Update google-drive"_s, .body = {}, .head = head, .base = u"main"_s},
             u"bartesch"_s);
    QCOMPARE(demo.state(222), State::Blocked);

    demo.at(17s);
    QVERIFY(!demo.deployment().checkRuns.contains(demo.pull(222).headCommit));
    demo.at(18s);
    QCOMPARE(demo.check(222, u"scan"_s).conclusion, Conclusion::None);
    demo.at(2min);
    QCOMPARE(demo.state(222), State::Clean);
}

void LifeTest::goesOnWithPatchReleases()
{
    Demo demo;

    demo.at(4h);

    QVERIFY(!demo.digest(u"match-list-processor"_s, u"2.0.1"_s).isEmpty());
    QCOMPARE(demo.pull(217).title, u"Update match-processor to 2.0.0"_s); // a major version: a person's
    const auto &pulls = demo.deployment().pulls;
    QVERIFY(std::ranges::any_of(
        pulls, [](const auto &pull) { return pull.title.startsWith("Update google-drive to latest, main of"_L1); }));
    const auto failures = std::ranges::count_if(demo.deployment().checkRuns, [](const auto &runs) {
        return std::ranges::any_of(
            runs, [](const auto &run) { return run.name == "smoke-test"_L1 && run.conclusion == Conclusion::Failure; });
    });
    QVERIFY(failures >= 1);
}

void LifeTest::isTheSameForTheSameSeed()
{
    Demo one;
    Demo same;
    Demo other{2};

    one.at(3h);
    same.at(3h);
    other.at(3h);

    QCOMPARE(same.deployment().refs, one.deployment().refs);
    QVERIFY(other.deployment().refs != one.deployment().refs);
}

void LifeTest::doesNotDependOnTheStepsOfTheClock()
{
    Demo atOnce;
    Demo stepwise;

    atOnce.at(50min);
    for (int second = 0; second <= 50 * 60; second += 7)
        stepwise.at(std::chrono::seconds{second});
    stepwise.at(50min);

    QCOMPARE(stepwise.deployment().refs, atOnce.deployment().refs);
    QCOMPARE(stepwise.world.lastId, atOnce.world.lastId);
}

const slipway::test::Registered<LifeTest> registered;
#include "life_test.moc"
