// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/diff/wrapping.h"

#include <QTest>

using namespace slipway::diffview;
using namespace Qt::StringLiterals;

/// Where the characters of a wrapped line stand.
class WrappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnDeeperThanTheLineBegins();
    void keepsHalfOfTheRoom();
    void leavesALineInOneRow();
    void keepsCharactersWhole_data();
    void keepsCharactersWhole();
    void breaksACharacterThatNoRowHolds();
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

void WrappingTest::keepsCharactersWhole_data()
{
    QTest::addColumn<QString>("character");
    QTest::newRow("an emoji, which is a surrogate pair") << u"\U0001F6A2"_s;
    QTest::newRow("an emoji with a skin tone") << u"\U0001F44D\U0001F3FD"_s;
    QTest::newRow("a letter with a mark") << u"e\u0301"_s;
    QTest::newRow("a letter with three marks") << u"o\u0302\u0323\u0308"_s;
    QTest::newRow("a flag") << u"\U0001F1E9\U0001F1EA"_s;
}

/// Wherever the end of a row meets it: it stands below, and nothing else is lost or moved.
void WrappingTest::keepsCharactersWhole()
{
    QFETCH(const QString, character);
    for (qsizetype before = 0; before < 40; ++before) {
        const QString line = QString(before, u'x') + character + QString(40, u'y');
        const Wrapping wrapping{line, 10};
        const auto rows = wrapping.rowCount(line.size());
        QCOMPARE(wrapping.rowOf(before), wrapping.rowOf(before + character.size() - 1));
        QCOMPARE(wrapping.beginOf(0), 0);
        QCOMPARE(wrapping.beginOf(rows), line.size());
        for (qsizetype row = 0; row < rows; ++row) {
            const auto length = wrapping.beginOf(row + 1) - wrapping.beginOf(row);
            QVERIFY(length > 0 && length + wrapping.indentOf(row) <= 10);
            QCOMPARE(wrapping.rowOf(wrapping.beginOf(row)), row);
            QCOMPARE(wrapping.rowOf(wrapping.beginOf(row + 1) - 1), row);
        }
        QCOMPARE(wrapping.rowOf(line.size()), rows - 1);
    }
}

void WrappingTest::breaksACharacterThatNoRowHolds()
{
    const QString line = u'x' + QString(1000, QChar{0x0301}) + u'y';
    const Wrapping wrapping{line, 10};
    QCOMPARE(wrapping.rowCount(line.size()), 2);
    QCOMPARE(wrapping.rowOf(line.size() - 1), 1);
}

static const slipway::test::Registered<WrappingTest> registered;
#include "wrapping_test.moc"
