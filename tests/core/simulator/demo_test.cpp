// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo.h"

#include "core/simulator/demo/references.h"
#include "core/simulator/demo/times.h"
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

} // namespace

class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mainIsTheToldCommit();
    void imagesAreTheToldBytes_data();
    void imagesAreTheToldBytes();
    void everyPushOfMainIsKept();
    void revisionsAreTheToldCommits_data();
    void revisionsAreTheToldCommits();
    void pullRequestsHaveTheToldHeads_data();
    void pullRequestsHaveTheToldHeads();
    void pullRequestsStandAsTold();
    void isMadeQuickly();
};

void DemoTest::mainIsTheToldCommit()
{
    const auto head = branch(deployment(), u"main"_s);

    QCOMPARE(deployment().objects.commits.value(head).tree, u"17404fc349d2ece54b07698379c1679f3d0f0d2f"_s);
    QCOMPARE(head, u"f494477c83d51f09aedb3fa1f22a686f961d739c"_s);
    QCOMPARE(git::log(deployment().objects, head).size(), 13);
}

void DemoTest::imagesAreTheToldBytes_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("digest");

    const auto row = [](const char *host, const QString &path, const QString &tag, const char *digest) {
        QTest::addRow("%s:%s", qPrintable(path), qPrintable(tag))
            << QString::fromLatin1(host) << path << tag << QString::fromLatin1(digest);
    };
    const auto ghcr = [&](const char *name, const QString &tag, const char *digest) {
        row("ghcr.io", u"pitchconnect/"_s + QString::fromLatin1(name), tag, digest);
    };
    ghcr("fogis-api-client-python", u"1.4.2"_s, "bce696ab7a61");
    ghcr("fogis-api-client-python", u"1.5.0"_s, "25229c2d4359");
    ghcr("match-list-processor", u"1.8.3"_s, "6312d51b40a6");
    ghcr("match-list-processor", u"2.0.0"_s, "40ed16c5ec2f");
    ghcr("team-logo-combiner", u"1.1.7"_s, "a9b7b7ebf23f");
    ghcr("team-logo-combiner", u"1.1.8"_s, "313bec4f8bdb");
    ghcr("fogis-calendar-phonebook-sync", u"2.1.0"_s, "c71c0945d563");
    ghcr("fogis-calendar-phonebook-sync", u"2.2.0"_s, "b8b10c25ff9e");
    ghcr("match-list-change-detector", u"3.0.1"_s, "69abc3caed4e");
    ghcr("google-drive-service", u"latest"_s, "d3bd4212c1e8");
    row("docker.io", u"library/redis"_s, u"7.4.2-alpine"_s, "3636a55491cd");
}

void DemoTest::imagesAreTheToldBytes()
{
    QFETCH(QString, host);
    QFETCH(QString, path);
    QFETCH(QString, tag);
    QFETCH(QString, digest);

    QCOMPARE(digestOf(*images(still(), host, path), tag).sliced(7, 12), digest);
}

void DemoTest::everyPushOfMainIsKept()
{
    const auto drive = *images(still(), u"ghcr.io"_s, u"pitchconnect/google-drive-service"_s);
    const auto digest = [&](QStringView age) {
        return demo::digestPublished(drive, demo::at(stillStart(), age)).sliced(7, 12);
    };

    QCOMPARE(digest(u"-9d"), u"f26c98cad43b"_s);
    QCOMPARE(digest(u"-3d"), u"576136e82b35"_s);
    QCOMPARE(drive.tags.size(), 12 + 2);
}

void DemoTest::revisionsAreTheToldCommits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("commits");

    QTest::newRow("fogis-api-client-python")
        << u"fogis-api-client-python"_s << u"0d1d5ac 1e7ac50 6850645 e73ea76 c82d4c9 074ab89 f4a030e"_s;
    QTest::newRow("google-drive-service") << u"google-drive-service"_s << u"9aa53f9"_s;
}

void DemoTest::revisionsAreTheToldCommits()
{
    QFETCH(QString, name);
    QFETCH(QString, commits);
    const auto *source = repository(still(), u"PitchConnect"_s, name);
    const auto told = commits.split(u' ');

    QStringList newest;
    for (const auto &id : git::log(source->objects, branch(*source, u"main"_s)).first(told.size()))
        newest.append(id.first(7));

    QCOMPARE(newest, told);
}

void DemoTest::pullRequestsHaveTheToldHeads_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("head");

    QTest::newRow("217") << 217 << u"f87b00c"_s;
    QTest::newRow("218") << 218 << u"83cf1ab"_s;
    QTest::newRow("219") << 219 << u"d36ffe7"_s;
    QTest::newRow("220") << 220 << u"5ca10b5"_s;
    QTest::newRow("221") << 221 << u"a8494c1"_s;
}

void DemoTest::pullRequestsHaveTheToldHeads()
{
    QFETCH(int, number);
    QFETCH(QString, head);

    QCOMPARE(deployment().pulls.value(number).headCommit.first(7), head);
}

void DemoTest::pullRequestsStandAsTold()
{
    const auto stateOf = [](int number) { return mergeability(deployment(), deployment().pulls.value(number)); };

    QVERIFY(stateOf(217).mergeable);
    QCOMPARE(stateOf(217).state, Mergeability::State::Blocked);
    QCOMPARE(stateOf(220).state, Mergeability::State::Clean);
    QCOMPARE(stateOf(221).state, Mergeability::State::Blocked);
    QVERIFY(deployment().pulls.value(218).closedAt.has_value());
    QVERIFY(!deployment().pulls.value(218).isMerged());
    QCOMPARE(deployment().pulls.value(219).mergeCommit, branch(deployment(), u"main"_s));
    QCOMPARE(deployment().refs.keys(),
             (QStringList{u"refs/heads/main"_s, u"refs/heads/slipway/image/fogis-api-client"_s,
                          u"refs/heads/slipway/image/logo-combiner"_s, u"refs/heads/slipway/image/match-processor"_s}));
}

void DemoTest::isMadeQuickly()
{
    QBENCHMARK_ONCE
    {
        [[maybe_unused]] const auto world = demoWorld(stillStart());
    }
}

const slipway::test::Registered<DemoTest> registered;
#include "demo_test.moc"
