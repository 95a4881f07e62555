// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include "tests/core/workspace/demo.h"
#include "tests/support/awaited.h"
#include "tests/support/testcase.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{
namespace
{

const auto name = u"PitchConnect/fogis-deployment"_s;

struct Ran
{
    Exit exit;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject document() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Ran run(test::Demo &demo, const QStringList &words)
{
    QByteArray in, out, err;
    QBuffer inDevice{&in}, outDevice{&out}, errDevice{&err};
    inDevice.open(QIODevice::ReadOnly);
    outDevice.open(QIODevice::WriteOnly);
    errDevice.open(QIODevice::WriteOnly);
    QProcessEnvironment environment;
    environment.insert(u"XDG_CACHE_HOME"_s, demo.folder.path(u"cache"_s));
    environment.insert(u"XDG_STATE_HOME"_s, demo.folder.path(u"state"_s));
    environment.insert(u"GH_TOKEN"_s, QString::fromLatin1(simulator::demoToken));
    const Context context{.in = &inDevice,
                          .out = &outDevice,
                          .err = &errDevice,
                          .environment = environment,
                          .folder = demo.folder.path(),
                          .clock = &demo.clock,
                          .endpoints = test::demoConnection(demo.server.port()).network.endpoints};
    const auto exit = test::awaited(ctl::run(context, words), std::chrono::seconds(60));
    return {exit.value_or(Exit::Failed), QString::fromUtf8(out), QString::fromUtf8(err)};
}

} // namespace

/// The commands about a repository on GitHub, against the demo's world.
class RemoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansAtTheNewestCommit();
    void plansAtAnOlderCommit();
    void listsImages();
    void opensAPullRequestForEachService();
    void opensOneForAll();
    void doesNothingTheSecondTime();
    void needsTheRightOptions_data();
    void needsTheRightOptions();
    void saysThatThereIsNoSuchRepository();
};

void RemoteTest::plansAtTheNewestCommit()
{
    test::Demo demo;

    const auto ran = run(demo, {u"plan"_s, u"--json"_s, u"--repo"_s, name});

    QCOMPARE(ran.exit, Exit::Failed); // a registry limits its rate
    const auto document = ran.document();
    const auto base = document["base"_L1];
    QCOMPARE(base["repository"_L1].toString(), name);
    QCOMPARE(base["ref"_L1].toString(), u"main"_s);
    QCOMPARE(base["commit"_L1].toString(), demo.head(u"main"_s));
    const auto summary = document["summary"_L1];
    QCOMPARE(summary["update"_L1].toInt(), 5);
    QCOMPARE(summary["current"_L1].toInt(), 2);
    QCOMPARE(summary["held"_L1].toInt(), 2);
    QCOMPARE(summary["error"_L1].toInt(), 1);
    QCOMPARE(document["problems"_L1].toArray().size(), 0);
    QVERIFY(!document.contains("pullRequests"_L1));
}

void RemoteTest::plansAtAnOlderCommit()
{
    test::Demo demo;
    const auto older = demo.repository().objects.commits.value(demo.head(u"main"_s)).parents.first();

    const auto ran =
        run(demo, {u"plan"_s, u"--json"_s, u"--repo"_s, name + u'@' + older, u"--service"_s, u"calendar-sync"_s});

    QCOMPARE(ran.exit, Exit::UpdatesAvailable);
    QCOMPARE(ran.document()["base"_L1]["commit"_L1].toString(), older);
    QVERIFY(ran.document()["diff"_L1].toString().contains("2.2.0"_L1));
}

void RemoteTest::listsImages()
{
    test::Demo demo;

    const auto ran = run(demo, {u"images"_s, u"--json"_s, u"--repo"_s, name});

    QCOMPARE(ran.exit, Exit::Done);
    QCOMPARE(ran.document()["references"_L1].toArray().size(), 10);
    QCOMPARE(ran.document()["base"_L1]["ref"_L1].toString(), u"main"_s);
}

void RemoteTest::opensAPullRequestForEachService()
{
    test::Demo demo;

    const auto ran = run(demo, {u"apply"_s, u"--json"_s, u"--pull-request"_s, u"--repo"_s, name, u"--service"_s,
                                u"google-drive"_s, u"--service"_s, u"queue"_s});

    QVERIFY2(ran.exit == Exit::Done, qPrintable(ran.err));
    const auto pulls = ran.document()["pullRequests"_L1].toArray();
    QCOMPARE(pulls.size(), 2);
    QCOMPARE(pulls.at(0)["services"_L1].toArray(), (QJsonArray{u"google-drive"_s}));
    QCOMPARE(pulls.at(0)["number"_L1].toInt(), 222);
    QCOMPARE(pulls.at(0)["branch"_L1].toString(), u"slipway/image/google-drive"_s);
    QCOMPARE(pulls.at(0)["state"_L1].toString(), u"created"_s);
    QCOMPARE(pulls.at(1)["number"_L1].toInt(), 223);
    QCOMPARE(ran.document()["written"_L1].toArray(), QJsonArray{});
    QCOMPARE(demo.openPulls(u"slipway/image/google-drive"_s).size(), 1);
}

void RemoteTest::opensOneForAll()
{
    test::Demo demo;

    const auto ran = run(demo, {u"apply"_s, u"--pull-request"_s, u"--together"_s, u"--repo"_s, name, u"--service"_s,
                                u"google-drive"_s, u"--service"_s, u"queue"_s});

    QVERIFY2(ran.exit == Exit::Done, qPrintable(ran.err));
    QVERIFY2(ran.out.contains("Opened #222 for google-drive, queue: "_L1), qPrintable(ran.out));
    QCOMPARE(demo.openPulls(u"slipway/image-batch"_s).size(), 1);
}

void RemoteTest::doesNothingTheSecondTime()
{
    test::Demo demo;
    const QStringList words{u"apply"_s, u"--json"_s,    u"--pull-request"_s, u"--repo"_s,
                            name,       u"--service"_s, u"google-drive"_s};
    QCOMPARE(run(demo, words).exit, Exit::Done);

    const auto again = run(demo, words);

    QCOMPARE(again.exit, Exit::Done);
    QCOMPARE(again.document()["pullRequests"_L1][0]["state"_L1].toString(), u"unchanged"_s);
}

void RemoteTest::needsTheRightOptions_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("no repository") << QStringList{u"apply"_s, u"--pull-request"_s};
    QTest::newRow("no pull request") << QStringList{u"apply"_s, u"--repo"_s, name};
    QTest::newRow("together alone") << QStringList{u"apply"_s, u"--together"_s};
    QTest::newRow("no name") << QStringList{u"plan"_s, u"--repo"_s, u"PitchConnect"_s};
    QTest::newRow("an address alone") << QStringList{u"plan"_s, u"--api-url"_s, u"https://api.github.com"_s};
    QTest::newRow("a plan's file") << QStringList{u"apply"_s,          u"--from"_s, u"p.json"_s,
                                                  u"--pull-request"_s, u"--repo"_s, name};
}

void RemoteTest::needsTheRightOptions()
{
    QFETCH(const QStringList, words);
    test::Demo demo;

    QCOMPARE(run(demo, words).exit, Exit::WrongUsage);
    QCOMPARE(demo.server.faults().count(), 0);
}

void RemoteTest::saysThatThereIsNoSuchRepository()
{
    test::Demo demo;

    const auto ran = run(demo, {u"plan"_s, u"--json"_s, u"--repo"_s, u"PitchConnect/nothing"_s});

    QCOMPARE(ran.exit, Exit::Failed);
    QCOMPARE(ran.document()["problems"_L1][0]["code"_L1].toString(), u"not-found"_s);
}

const slipway::test::Registered<RemoteTest> registered;

} // namespace slipway::ctl

#include "remote_test.moc"
