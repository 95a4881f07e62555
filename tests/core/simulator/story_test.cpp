// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo.h"
#include "core/simulator/githistory.h"
#include "core/simulator/pulls.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::simulator;
using namespace Qt::StringLiterals;

namespace
{

const World &still()
{
    static const World world = demoWorld(stillStart());
    return world;
}

const Repository &deployment()
{
    return *repository(still(), u"PitchConnect"_s, u"fogis-deployment"_s);
}

QByteArray fileOn(const QString &name, const QString &path)
{
    return git::fileAt(deployment().objects, branch(deployment(), name), path).value_or(QByteArray{});
}

QByteArray line(const QByteArray &text, qsizetype number)
{
    return text.split('\n').value(number - 1);
}

/// "1.4.2@sha256:…".
QString pinned(const QString &name, const QString &tag)
{
    return tag + u'@' + digestOf(*images(still(), u"ghcr.io"_s, u"pitchconnect/"_s + name), tag);
}

/// The commit that a version is built from, by the tag of its release.
QString revision(const QString &name, const QString &version)
{
    return repository(still(), u"PitchConnect"_s, name)->refs.value(u"refs/tags/"_s + version);
}

QStringList checksOf(int number)
{
    QStringList all;
    for (const auto &run : deployment().checkRuns.value(deployment().pulls.value(number).headCommit)) {
        const QStringList words{u"running"_s, u"success"_s, u"failure"_s, u"neutral"_s};
        all.append(run.name + u' ' + words.at(static_cast<int>(run.conclusion)));
    }
    return all;
}

} // namespace

class StoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesStandOnTheToldLines();
    void mainIsToldCommitByCommit();
    void aPullRequestSaysWhatItBrings();
    void hasPushesWhereThereAreNoVersions();
    void anUpdateChangesOnlyItsLines();
    void reviewsAndChecksAreAsTold();
    void deploymentsEndWhereTheyFailed();
    void theGapsBetweenPullRequestsAreIssues();
    void releasesSayWhatChanged();
    void eachRepositoryIsLinkedToItsPackage();
    void startsWhenItIsTold();
};

void StoryTest::imagesStandOnTheToldLines()
{
    const auto compose = fileOn(u"main"_s, u"docker-compose.yml"_s);
    for (const int number : {5, 11, 18, 25, 33, 45, 57, 63, 70})
        QVERIFY2(line(compose, number).contains("image: "), qPrintable(QString::number(number)));

    QVERIFY(line(compose, 5).contains("google-drive-service:latest@sha256:576136e82b35"));
    QVERIFY(line(compose, 33).endsWith(pinned(u"fogis-api-client-python"_s, u"1.4.2"_s).toUtf8()));
    QCOMPARE(line(fileOn(u"main"_s, u".env"_s), 4),
             "LOGO_COMBINER_TAG=" + pinned(u"team-logo-combiner"_s, u"1.1.7"_s).toUtf8());
    QVERIFY(line(fileOn(u"main"_s, u"tools/compose.yaml"_s), 5).endsWith(":${FOGIS_API_TAG:-1.4.2}"));
    QVERIFY(fileOn(u"main"_s, u".github/slipway.yml"_s)
                .contains("  reverse-proxy: { hold: 2026-12-01, pin: keep, minimumAge: 7d }\n"));
}

void StoryTest::mainIsToldCommitByCommit()
{
    QStringList told;
    for (const auto &id : git::log(deployment().objects, branch(deployment(), u"main"_s))) {
        const auto commit = deployment().objects.commits.value(id);
        told.prepend(commit.author.name + u": "_s + commit.message.trimmed());
    }

    QCOMPARE(told, (QStringList{
                       u"Bea Artesch: Import the compose files from the server"_s,
                       u"slipway-bot: Update calendar-sync to 2.0.4 (#206)"_s,
                       u"slipway-bot: Update fogis-api-client to 1.4.1 (#208)"_s,
                       u"slipway-bot: Update match-processor to 1.8.3 (#209)"_s,
                       u"slipway-bot: Update calendar-sync to 2.1.0 (#211)"_s,
                       u"slipway-bot: Update logo-combiner to 1.1.7 (#212)"_s,
                       u"Bea Artesch: Hold reverse-proxy until 1 Dec 2026 (#213)"_s,
                       u"slipway-bot: Update fogis-api-client to 1.4.2 (#214)"_s,
                       u"Mats Fager: Add the tools for the smoke test (#215)"_s,
                       u"slipway-bot: Update change-detector to 3.0.1 (#216)"_s,
                       u"Mats Fager: Pin google-drive by digest"_s,
                       u"Mats Fager: logo-combiner: patch releases only"_s,
                       u"slipway-bot: Update calendar-sync to 2.2.0 (#219)"_s,
                   }));
}

void StoryTest::aPullRequestSaysWhatItBrings()
{
    const auto name = u"fogis-api-client-python"_s;
    const auto pull = deployment().pulls.value(220);

    QCOMPARE(pull.title, u"Update fogis-api-client to 1.5.0"_s);
    QCOMPARE(
        pull.body,
        u"Updates 1 image in 2 files.\n\n"
        "| service | from | to |\n|---|---|---|\n| fogis-api-client | 1.4.2 | 1.5.0 |\n\n"
        "fogis-api-client: [7 commits](https://github.com/PitchConnect/fogis-api-client-python/compare/%1...%2), "
        "the first minor release since 1.4.2.\n\nOpened with Slipway.\n\n"
        "<!-- slipway:{\"base\":\"%3\",\"from\":\"%4\",\"service\":\"fogis-api-client\",\"to\":\"%5\"} -->\n"_s.arg(
            revision(name, u"1.4.2"_s), revision(name, u"1.5.0"_s), branch(deployment(), u"main"_s),
            pinned(name, u"1.4.2"_s), pinned(name, u"1.5.0"_s)));
    QVERIFY(deployment().pulls.value(218).body.contains("\nqueue: no source repository is named.\n"_L1));
    QVERIFY(deployment().pulls.value(221).body.contains("[1 commit]("_L1));
}

void StoryTest::hasPushesWhereThereAreNoVersions()
{
    const auto *drive = repository(still(), u"PitchConnect"_s, u"google-drive-service"_s);
    const auto head = drive->objects.commits.value(branch(*drive, u"main"_s));

    QCOMPARE(branch(*drive, u"main"_s).first(7), u"9aa53f9"_s);
    QCOMPARE(head.committer.at, stillStart().addSecs(-(5 * 60 + 1 + 10) * 60));
    QVERIFY(drive->releases.isEmpty());
}

void StoryTest::anUpdateChangesOnlyItsLines()
{
    const auto changed = [](int number) {
        QStringList all;
        const auto pull = deployment().pulls.value(number);
        for (const auto &file : git::compare(deployment().objects, pull.baseCommit, pull.headCommit).files) {
            const auto before = deployment().objects.blobs.value(file.before.id).split('\n');
            const auto after = deployment().objects.blobs.value(file.after.id).split('\n');
            for (qsizetype i = 0; i < before.size(); ++i) {
                if (before.at(i) != after.value(i))
                    all.append(u"%1 %2"_s.arg(file.path).arg(i + 1));
            }
        }
        return all;
    };

    QCOMPARE(changed(217), QStringList{u"docker-compose.yml 45"_s});
    QCOMPARE(changed(218), QStringList{u"docker-compose.yml 18"_s});
    QCOMPARE(changed(220), (QStringList{u"docker-compose.yml 33"_s, u"tools/compose.yaml 5"_s}));
    QCOMPARE(changed(221), QStringList{u".env 4"_s});
}

void StoryTest::reviewsAndChecksAreAsTold()
{
    using Decision = ReviewDecision;
    const auto decision = [](int number) { return reviewDecision(deployment(), deployment().pulls.value(number)); };

    QCOMPARE(decision(217), Decision::ReviewRequired);
    QCOMPARE(decision(220), Decision::Approved);
    QCOMPARE(decision(221), Decision::Approved);
    QCOMPARE(deployment().pulls.value(217).requestedReviewers, QStringList{u"bartesch"_s});
    QCOMPARE(deployment().pulls.value(217).labels, (QStringList{u"dependencies"_s, u"docker"_s, u"major"_s}));
    QCOMPARE(checksOf(217), (QStringList{u"lint success"_s, u"compose-config success"_s, u"policy neutral"_s,
                                         u"provenance success"_s, u"scan success"_s, u"smoke-test success"_s}));
    QCOMPARE(checksOf(221), (QStringList{u"lint success"_s, u"compose-config success"_s, u"policy success"_s,
                                         u"provenance success"_s, u"scan running"_s, u"smoke-test running"_s}));
    QCOMPARE(deployment().pulls.value(218).comments.first().body, u"We stay on 7"_s);
}

void StoryTest::deploymentsEndWhereTheyFailed()
{
    const auto &deployments = deployment().deployments;
    QCOMPARE(deployments.size(), 9 * 3 + 2);

    const auto &canary = deployments.last();
    QCOMPARE(canary.environment, u"canary-1"_s);
    QCOMPARE(canary.commit, branch(deployment(), u"main"_s));
    QCOMPARE(canary.statuses.last().state, u"failure"_s);
    QCOMPARE(canary.statuses.last().at, stillStart().addSecs(-6 * 60));
    QCOMPARE(canary.statuses.last().description, u"calendar-sync 2.2.0 was unhealthy for 90 s; 2.1.0 runs again"_s);
    const auto &production = deployments.at(26);
    QCOMPARE(production.environment, u"production"_s);
    QCOMPARE(deployment().objects.commits.value(production.commit).message, u"Pin google-drive by digest\n"_s);
    QCOMPARE(production.statuses.last().at, stillStart().addSecs((-2 * 24 - 22) * 3600 + 240));
}

void StoryTest::theGapsBetweenPullRequestsAreIssues()
{
    QCOMPARE(deployment().lastNumber, 221);
    for (int number = 1; number <= deployment().lastNumber; ++number)
        QVERIFY2(deployment().issues.contains(number) != deployment().pulls.contains(number),
                 qPrintable(QString::number(number)));
}

void StoryTest::releasesSayWhatChanged()
{
    const auto *source = repository(still(), u"PitchConnect"_s, u"match-list-processor"_s);

    QCOMPARE(source->releases.size(), 15); // without the candidates
    QCOMPARE(source->releases.last().tag, u"2.0.0"_s);
    QCOMPARE(source->releases.last().notes,
             u"Matches move to SQLite. The /v1 endpoints are gone. arm64 follows.\n\n- Release 2.0.0\n"_s);
    QCOMPARE(git::log(source->objects, revision(source->name, u"2.0.0"_s), revision(source->name, u"1.8.3"_s)).size(),
             6);
}

void StoryTest::eachRepositoryIsLinkedToItsPackage()
{
    for (const auto &[path, images] : still().registries.value(u"ghcr.io"_s).repositories.asKeyValueRange()) {
        QCOMPARE(images.source.toLower(), path);
        QVERIFY(repository(still(), u"pitchconnect"_s, path.section(u'/', 1)));
    }
}

void StoryTest::startsWhenItIsTold()
{
    const auto later = stillStart().addDays(100);
    const auto world = demoWorld(later);
    const auto &moved = *repository(world, u"PitchConnect"_s, u"fogis-deployment"_s);

    QCOMPARE(world.now, later);
    QCOMPARE(moved.pulls.value(220).createdAt, later.addSecs(-14 * 60 - 20));
    QVERIFY(branch(moved, u"main"_s) != branch(deployment(), u"main"_s));
    QCOMPARE(moved.pulls.value(213).title, u"Hold reverse-proxy until 11 Mar 2027"_s);
}

const slipway::test::Registered<StoryTest> registered;
#include "story_test.moc"
