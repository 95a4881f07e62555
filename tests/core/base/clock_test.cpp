// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/awaited.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace slipway;
using namespace std::chrono_literals;

class ClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTimeInUtc();
    void sleepsAsLongAsItIsTold();
    void aStopEndsASleepAtOnce();
    void aStopBeforeTheSleepEndsItToo();
    void aStopMayComeFromAnotherThread();
    void theFakeClockJumps();
};

void ClockTest::tellsTheTimeInUtc()
{
    const auto now = SystemClock{}.now();

    QCOMPARE(now.timeSpec(), Qt::UTC);
    QVERIFY(std::abs(now.msecsTo(QDateTime::currentDateTimeUtc())) < 1000);
}

void ClockTest::sleepsAsLongAsItIsTold()
{
    SystemClock clock;
    QElapsedTimer elapsed;
    elapsed.start();

    const auto slept = test::awaited(clock.sleep(50ms, {}));

    QVERIFY(slept && *slept);
    QVERIFY(elapsed.durationElapsed() >= 45ms); // a coarse timer may be 5 % early
}

void ClockTest::aStopEndsASleepAtOnce()
{
    SystemClock clock;
    std::stop_source stop;
    auto sleeping = clock.sleep(1h, stop.get_token());

    stop.request_stop();
    const auto slept = test::awaited(std::move(sleeping));

    QVERIFY(slept);
    QCOMPARE(slept->error().kind, Error::Kind::Cancelled);
}

void ClockTest::aStopBeforeTheSleepEndsItToo()
{
    SystemClock clock;
    std::stop_source stop;
    stop.request_stop();

    const auto slept = test::awaited(clock.sleep(1h, stop.get_token()));

    QVERIFY(slept);
    QCOMPARE(slept->error().kind, Error::Kind::Cancelled);
}

void ClockTest::aStopMayComeFromAnotherThread()
{
    SystemClock clock;
    std::stop_source stop;
    auto sleeping = clock.sleep(1h, stop.get_token());

    const std::jthread stopper{[&stop] { stop.request_stop(); }};
    const auto slept = test::awaited(std::move(sleeping));

    QVERIFY(slept);
    QCOMPARE(slept->error().kind, Error::Kind::Cancelled);
}

void ClockTest::theFakeClockJumps()
{
    test::FakeClock clock;
    const auto before = clock.now();

    const auto slept = test::awaited(clock.sleep(90min, {}));

    QVERIFY(slept && *slept);
    QCOMPARE(before.secsTo(clock.now()), 90 * 60);
    QCOMPARE(clock.sleeps(), (QList<std::chrono::milliseconds>{90min}));
}

const slipway::test::Registered<ClockTest> registered;
#include "clock_test.moc"
