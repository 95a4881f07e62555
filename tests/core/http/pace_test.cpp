// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/pace.h"

#include "tests/support/testcase.h"

#include <QList>
#include <QTest>

using slipway::http::Pace;

namespace
{

/// Starts as many requests as may be, and answers them all.
void round(Pace &pace, bool refused)
{
    QList<int> started;
    while (pace.mayStart())
        started.append(pace.start());
    for (const int one : started)
        pace.finish(one, refused);
}

} // namespace

class PaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itBeginsWithEightAndAddsOneAfterEachCleanRound()
    {
        Pace pace(16, true);
        QList<int> limits;

        for (int i = 0; i < 10; ++i) {
            limits.append(pace.limit());
            round(pace, false);
        }

        QCOMPARE(limits, QList({8, 9, 10, 11, 12, 13, 14, 15, 16, 16}));
    }

    void aNumberThatWasNamedNeedsNoSlowStart()
    {
        QCOMPARE(Pace(100, false).limit(), 100);
        QCOMPARE(Pace(4, true).limit(), 4);
        QCOMPARE(Pace(0, true).limit(), 1);
    }

    void aRefusalHalvesOnceForAllThatWereUnderWay()
    {
        Pace pace(16, false);

        round(pace, true);
        const int afterOne = pace.limit();
        round(pace, true);
        const int afterTwo = pace.limit();
        for (int i = 0; i < 5; ++i)
            round(pace, true);

        QCOMPARE(afterOne, 8);
        QCOMPARE(afterTwo, 4);
        QCOMPARE(pace.limit(), 1);
    }

    void aRefusalBeginsTheRoundAnew()
    {
        Pace pace(16, true);
        for (int i = 0; i < 7; ++i)
            pace.finish(pace.start(), false);

        pace.finish(pace.start(), true);
        for (int i = 0; i < 3; ++i)
            pace.finish(pace.start(), false);

        QCOMPARE(pace.limit(), 4);
        pace.finish(pace.start(), false);
        QCOMPARE(pace.limit(), 5);
    }

    void anAnswerFromBeforeARefusalDoesNotCountForTheRoundAfterIt()
    {
        Pace pace(16, true);
        QList<int> before;
        while (pace.mayStart())
            before.append(pace.start());

        pace.finish(before.takeFirst(), true);
        for (const int one : before)
            pace.finish(one, false);

        QCOMPARE(pace.limit(), 4);
    }

    void noMoreStartThanTheLimit()
    {
        Pace pace(2, false);

        const int first = pace.start();
        static_cast<void>(pace.start());

        QVERIFY(!pace.mayStart());
        pace.finish(first, false);
        QVERIFY(pace.mayStart());
    }
};

const slipway::test::Registered<PaceTest> registered;

#include "pace_test.moc"
