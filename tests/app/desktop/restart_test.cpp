// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/held.h"
#include "tests/app/desktop/stage.h"
#include "tests/core/workspace/journeyrun.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

namespace
{

const auto branch = u"slipway/image/google-drive"_s;

/// Another program with the same memory opens the update of google-drive, and dies when it has come that far.
void dieWhen(test::Demo &demo, const std::function<bool(const simulator::Request &)> &isFar)
{
    QProcess process;
    demo.afterRequest = [&](const simulator::Request &request) {
        if (!isFar(request))
            return;
        process.kill();
        process.waitForFinished();
    };
    test::runJourney(process, demo, u"update"_s);
    demo.afterRequest = {};
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
}

} // namespace

/// A run that ended in the middle of an opening.
class RestartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void finishesWhatWasOnItsWay();
    void finishesLaterWhatItCannotNow();
    void namesWhatWasNeverSent();
    void endsInTheMiddleAndGoesOn();
};

/// The branch is there, the pull request is not.
void RestartTest::finishesWhatWasOnItsWay()
{
    Stage stage;
    stage.quit();
    const auto before = heldBy(stage.demo);
    dieWhen(stage.demo, [&](const auto &) { return !stage.demo.head(branch).isEmpty(); });
    QCOMPARE(openedSince(before, stage.demo), QList<int>{});

    stage.start();
    stage.press(Qt::CTRL | Qt::Key_2);

    QVERIFY(stage.says(u"Opening #222 was interrupted; it is open now."_s));
    QCOMPARE(movedSince(before, stage.demo), QStringList{branch});
    QCOMPARE(openedSince(before, stage.demo), QList{222});
    QVERIFY(stage.rests());
    stage.click(u"Show"_s);
    QVERIFY(stage.says(u"#222"_s));
    QVERIFY(stage.currentRow().startsWith(u"google-drive"_s));
    QVERIFY(!stage.isSaid(u"Opening #222 was interrupted; it is open now."_s));

    stage.quit();
    stage.start();
    stage.press(Qt::CTRL | Qt::Key_2);
    QVERIFY(stage.rests());
    QVERIFY(!stage.isSaid(u"Opening #222 was interrupted; it is open now."_s)); // once is enough
}

/// Nobody answers at the start.
void RestartTest::finishesLaterWhatItCannotNow()
{
    Stage stage;
    stage.quit();
    dieWhen(stage.demo, [&](const auto &) { return !stage.demo.head(branch).isEmpty(); });
    stage.demo.isLost = [](const auto &) { return true; };
    stage.start();
    QVERIFY(!stage.isSaid(u"Opening #222 was interrupted; it is open now."_s));

    stage.demo.isLost = {};
    stage.press(Qt::Key_F5);
    QVERIFY(stage.rests());
    stage.press(Qt::CTRL | Qt::Key_2);

    QVERIFY(stage.says(u"Opening #222 was interrupted; it is open now."_s));
    QCOMPARE(stage.demo.openPulls(branch).size(), 1);
}

/// The commit was made, and no branch leads to it.
void RestartTest::namesWhatWasNeverSent()
{
    Stage stage;
    stage.quit();
    const auto before = heldBy(stage.demo);
    dieWhen(stage.demo, [](const auto &request) { return request.path.endsWith("/git/commits"_L1); });

    stage.start();
    stage.press(Qt::CTRL | Qt::Key_2);

    QVERIFY(
        stage.says(u"Opening “Update google-drive to latest, main of 2026-11-24 08:31 UTC, 9aa53f9” was interrupted "
                   "before anything was sent."_s));
    QCOMPARE(movedSince(before, stage.demo), QStringList{});
    QCOMPARE(openedSince(before, stage.demo), QList<int>{});
    stage.click(u"Close"_s);
    QVERIFY(stage.until([&] { return stage.workspace().snapshot().interruptions.isEmpty(); }));
}

/// The window is closed while a pull request is being opened.
void RestartTest::endsInTheMiddleAndGoesOn()
{
    Stage stage;
    const auto before = heldBy(stage.demo);
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_P);
    QVERIFY(stage.offers(u"Create pull request"_s));
    stage.press(Qt::CTRL | Qt::Key_Return);
    QVERIFY(stage.until([&] { return !stage.demo.head(branch).isEmpty(); }));
    stage.quit();

    stage.start();
    stage.press(Qt::CTRL | Qt::Key_2);

    QVERIFY(stage.says(u"Opening #222 was interrupted; it is open now."_s));
    QCOMPARE(movedSince(before, stage.demo), QStringList{branch});
    QCOMPARE(openedSince(before, stage.demo), QList{222});
}

const slipway::test::Registered<RestartTest> registered;

} // namespace slipway::desktop

#include "restart_test.moc"
