// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/cells.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{

class CellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatATerminalWouldActUponIsWrittenOut_data();
    void whatATerminalWouldActUponIsWrittenOut();
    void otherTextStaysAsItIs();
    void wideAndCombiningCharactersAreCounted();
    void theMiddleOfALongTextGivesWay();
    void aShortenedTextNeverTakesMoreThanItsCells();
    void wordsAreWrappedAndLongOnesCut();
};

void CellsTest::whatATerminalWouldActUponIsWrittenOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("colour") << u"a\x1b[31mb"_s << u"a\\x1b[31mb"_s;
    QTest::newRow("title of the window") << u"\x1b]0;x\x07"_s << u"\\x1b]0;x\\x07"_s;
    QTest::newRow("control sequence introducer in one character") << u"\u009b2J"_s << u"\\x9b2J"_s;
    QTest::newRow("line end") << u"a\r\nb"_s << u"a\\x0d\\x0ab"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a\\x09b"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"\\x7f"_s;
    QTest::newRow("right-to-left override") << u"web\u202egnp"_s << u"web\\u{202e}gnp"_s;
    QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"\\u{2066}x\\u{2069}"_s;
    QTest::newRow("zero width") << u"a\u200bb\ufeff"_s << u"a\\u{200b}b\\u{feff}"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u{2028}b"_s;
    QTest::newRow("tag characters") << u"a\U000e0041"_s << u"a\\u{e0041}"_s;
    QTest::newRow("private use") << u"\ue000"_s << u"\\u{e000}"_s;
    QTest::newRow("half of a pair") << QString{QChar{0xd800}} << u"\ufffd"_s; // what Unicode has for it
}

void CellsTest::whatATerminalWouldActUponIsWrittenOut()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);

    QCOMPARE(visible(text), shown);
}

void CellsTest::otherTextStaysAsItIs()
{
    for (const auto &text : {u"ghcr.io/acme/web:1.2"_s, u"größe"_s, u"e\u0301"_s, u"日本語"_s, u"😀"_s, u"${A:-b}"_s})
        QCOMPARE(visible(text), text);
}

void CellsTest::wideAndCombiningCharactersAreCounted()
{
    QCOMPARE(cells(u"web"), 3);
    QCOMPARE(cells(u"größe"), 5);
    QCOMPARE(cells(u"日本"), 4);
    QCOMPARE(cells(u"e\u0301"), 1);
    QCOMPARE(cells(u"😀"), 2);
    QCOMPARE(padded(u"日"_s, 4), u"日  "_s);
    QCOMPARE(padded(u"long"_s, 2), u"long"_s);
}

void CellsTest::theMiddleOfALongTextGivesWay()
{
    QCOMPARE(shortened(u"registry.example/team/service"_s, 15, u"…"), u"registr…service"_s);
    QCOMPARE(shortened(u"registry.example/team/service"_s, 15, u"..."), u"regist...ervice"_s);
    QCOMPARE(shortened(u"short"_s, 5, u"…"), u"short"_s);
    QCOMPARE(shortened(u"日本語日本語"_s, 6, u"…"), u"日…語"_s);
    QCOMPARE(shortened(u"abcdef"_s, 2, u"…"), u"ab"_s);
}

void CellsTest::aShortenedTextNeverTakesMoreThanItsCells()
{
    const auto text = u"日e\u0301\u0301x本😀語yze\u0301日本"_s;
    for (int width = 0; width <= cells(text) + 1; ++width) {
        const auto shown = shortened(text, width, u"…");
        QVERIFY2(cells(shown) <= width, qPrintable(shown));
        QVERIFY2(shown.isValidUtf16(), qPrintable(shown));
    }
}

void CellsTest::wordsAreWrappedAndLongOnesCut()
{
    QCOMPARE(wrapped(u"1.5.0 is the newest 1.x.", 12), (QStringList{u"1.5.0 is the"_s, u"newest 1.x."_s}));
    QCOMPARE(wrapped(u"a abcdefgh b", 4), (QStringList{u"a"_s, u"abcd"_s, u"efgh"_s, u"b"_s}));
    QCOMPARE(wrapped(u"日本語", 4), (QStringList{u"日本"_s, u"語"_s}));
    QCOMPARE(wrapped(u"日", 1), (QStringList{u"日"_s}));
    QCOMPARE(wrapped(u"", 10), QStringList{});
}

const slipway::test::Registered<CellsTest> registered;

} // namespace slipway::ctl

#include "cells_test.moc"
