// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/workspace/journeyrun.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace
{

struct Ended
{
    bool wasKilled = false;
    int status = 0;
    QString said = {};
};

/// Runs the journey to its end, or to its death at that request: before it is done, or after it and before the answer.
/// What only reads has been the same before and after: then no request of that kind counts.
Ended run(test::Demo &demo, const QString &what, int deathAt = 0, bool isDone = false)
{
    QProcess process;
    int count = 0;
    const auto killsNow = [&](const simulator::Request &request) {
        if ((isDone && request.method == "GET") || ++count != deathAt)
            return false;
        process.kill();
        process.waitForFinished();
        return true;
    };
    if (isDone)
        demo.afterRequest = [&](const auto &request) { static_cast<void>(killsNow(request)); };
    else
        demo.isLost = killsNow;

    test::runJourney(process, demo, what);
    demo.afterRequest = {};
    demo.isLost = {};
    return {.wasKilled = process.exitStatus() == QProcess::CrashExit,
            .status = process.exitCode(),
            .said = QString::fromUtf8(process.readAllStandardOutput())};
}

/// One branch with one commit on main, and one pull request.
void verifyOpenedOnce(test::Demo &demo, const QString &branch, const QStringList &labels)
{
    QCOMPARE(demo.openPulls(branch).size(), 1);
    QCOMPARE(demo.openPulls(branch).first()->number, 222);
    QCOMPARE(demo.repository().pulls.lastKey(), 222);
    const auto &commit = demo.repository().objects.commits.value(demo.head(branch));
    QCOMPARE(commit.parents, QStringList{demo.head(u"main"_s)});
    QCOMPARE(demo.openPulls(branch).first()->labels, labels);
}

void verify(test::Demo &demo, const QString &what)
{
    if (what == "update"_L1)
        return verifyOpenedOnce(demo, u"slipway/image/google-drive"_s, {u"dependencies"_s, u"docker"_s});
    if (what == "policy"_L1) {
        const auto text = demo.file(demo.head(u"slipway/policy"_s), u".github/slipway.yml"_s);
        QVERIFY(text.contains("google-drive: { follow: digest, hold: 2026-12-01 }"));
        return verifyOpenedOnce(demo, u"slipway/policy"_s, {u"policy"_s});
    }
    QVERIFY(!demo.repository().pulls.value(221).isOpen());
    QVERIFY(!demo.head(u"slipway/image/logo-combiner"_s).isEmpty());
}

} // namespace

/// A process that does one thing is killed at each of its requests, and started again.
class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void happensOnceInTheEnd_data();
    void happensOnceInTheEnd();
};

void KilledTest::happensOnceInTheEnd_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isDone");
    QTest::addColumn<int>("atLeast"); // so many kills
    const auto add = [](const char *what, int requests, int writes) {
        QTest::addRow("%s, before the request is done", what) << QString::fromLatin1(what) << false << requests;
        QTest::addRow("%s, before the answer", what) << QString::fromLatin1(what) << true << writes;
    };
    add("update", 20, 5); // a tree, a commit, a branch, a pull request, labels
    add("policy", 15, 5);
    add("close", 2, 1);
}

void KilledTest::happensOnceInTheEnd()
{
    QFETCH(const QString, what);
    QFETCH(const bool, isDone);
    QFETCH(const int, atLeast);
    int kills = 0;
    int named = 0;
    for (int at = 1;; ++at) {
        test::Demo demo;
        if (!run(demo, what, at, isDone).wasKilled)
            break;
        ++kills;

        const auto again = run(demo, what);

        QVERIFY2(!again.wasKilled && again.status == 0, qPrintable(again.said));
        verify(demo, what);
        if (QTest::currentTestFailed())
            return;
        named += again.said.contains("interrupted"_L1);
    }
    QVERIFY2(kills >= atLeast, qPrintable(QString::number(kills)));
    QVERIFY(named > 0);
}

const slipway::test::Registered<KilledTest> registered;

#include "killed_test.moc"
