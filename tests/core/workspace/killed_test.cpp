// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/workspace/demo.h"
#include "tests/support/testcase.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace
{

const auto branch = u"slipway/image/google-drive"_s;

struct Ended
{
    bool wasKilled = false;
    QString said = {};
};

/// Runs the journey to its end, or to its death.
Ended run(test::Demo &demo, QProcess &process)
{
    process.start(QStringLiteral(SLIPWAY_JOURNEY),
                  {QString::number(demo.server.port()), demo.folder.path(u"state.sqlite"_s)});
    const auto hasEnded =
        QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, QDeadlineTimer(30'000));
    if (!hasEnded)
        process.kill();
    return {.wasKilled = process.exitStatus() == QProcess::CrashExit,
            .said = QString::fromUtf8(process.readAllStandardOutput())};
}

} // namespace

/// A process that opens a pull request is killed at each of its requests, and started again.
class KilledTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnceInTheEnd_data();
    void opensOnceInTheEnd();
};

void KilledTest::opensOnceInTheEnd_data()
{
    QTest::addColumn<bool>("isDone");
    QTest::newRow("before the request is done") << false;
    QTest::newRow("after it is done, before the answer") << true;
}

void KilledTest::opensOnceInTheEnd()
{
    QFETCH(const bool, isDone);
    int kills = 0;
    int named = 0;
    for (int at = 1;; ++at) {
        test::Demo demo;
        QProcess process;
        int count = 0;
        const auto killsNow = [&] {
            if (++count != at)
                return false;
            process.kill();
            process.waitForFinished();
            return true;
        };
        if (isDone)
            demo.afterRequest = [&] { static_cast<void>(killsNow()); };
        else
            demo.isLost = killsNow;
        const auto first = run(demo, process);
        demo.afterRequest = {};
        demo.isLost = {};
        if (!first.wasKilled)
            break;
        ++kills;

        QProcess again;
        const auto second = run(demo, again);

        QVERIFY2(!second.wasKilled && again.exitCode() == 0, qPrintable(second.said));
        QCOMPARE(demo.openPulls(branch).size(), 1);
        QCOMPARE(demo.openPulls(branch).first()->number, 222);
        const auto &commit = demo.repository().objects.commits.value(demo.head(branch));
        QCOMPARE(commit.parents, QStringList{demo.head(u"main"_s)});
        QCOMPARE(demo.openPulls(branch).first()->labels, (QStringList{u"dependencies"_s, u"docker"_s}));
        named += second.said.contains("interrupted"_L1);
    }
    QVERIFY(kills > 10);
    QVERIFY(named > 0);
}

const slipway::test::Registered<KilledTest> registered;

#include "killed_test.moc"
