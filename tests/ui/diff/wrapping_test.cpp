// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/diff/wrapping.h"

#include <QTest>

using namespace slipway::diffview;

/// Where the characters of a wrapped line stand.
class WrappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnDeeperThanTheLineBegins();
    void keepsHalfOfTheRoom();
    void leavesALineInOneRow();
};

void WrappingTest::goesOnDeeperThanTheLineBegins()
{
    const Wrapping wrapping{u"    image: x", 20};
    QCOMPARE(wrapping.indentOf(0), 0);
    QCOMPARE(wrapping.indentOf(1), 6);
    QCOMPARE(wrapping.beginOf(1), 20);
    QCOMPARE(wrapping.beginOf(2), 34);
    for (qsizetype place = 0; place < 100; ++place) {
        const auto row = wrapping.rowOf(place);
        QVERIFY(wrapping.beginOf(row) <= place && place < wrapping.beginOf(row + 1));
    }
    QCOMPARE(wrapping.rowCount(0), 1);
    QCOMPARE(wrapping.rowCount(20), 1);
    QCOMPARE(wrapping.rowCount(21), 2);
    QCOMPARE(wrapping.rowCount(34), 2);
    QCOMPARE(wrapping.rowCount(35), 3);
}

void WrappingTest::keepsHalfOfTheRoom()
{
    const Wrapping wrapping{QString(500, u' '), 20};
    QCOMPARE(wrapping.indentOf(1), 10);
    QCOMPARE(wrapping.beginOf(2), 30);
}

void WrappingTest::leavesALineInOneRow()
{
    const Wrapping wrapping;
    QCOMPARE(wrapping.rowCount(1'000'000), 1);
    QCOMPARE(wrapping.rowOf(1'000'000), 0);
}

static const slipway::test::Registered<WrappingTest> registered;
#include "wrapping_test.moc"
