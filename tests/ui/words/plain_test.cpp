// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/eliding.h"
#include "ui/words/plain.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace slipway::words
{

class PlainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTooltipShowsMarkupAsItIsWritten()
    {
        const auto name = u"<b>x</b><img src=\"file:///x\"> & <a href='https://evil.test'>y</a>\nsecond  line"_s;
        QTextDocument document;
        document.setHtml(tooltip(name));

        QCOMPARE(document.toPlainText(), name);
        QVERIFY(Qt::mightBeRichText(tooltip(u"api"_s))); // or the escapes would be seen
        QCOMPARE(tooltip({}), QString());
    }

    void aTooltipNamesTheKeyToo()
    {
        QTextDocument document;
        document.setHtml(tooltip(u"Check now"_s, Qt::Key_F5));

        QCOMPARE(document.toPlainText(), u"Check now (F5)"_s);
    }

    void aControlUnderlinesNothing() { QCOMPARE(inControl(u"R&D & more"_s), u"R&&D && more"_s); }

    void whatHidesIsShown()
    {
        QCOMPARE(visible(u"a\u202Eb\u200Bc\x1B"_s), u"a⟨U+202E⟩b⟨U+200B⟩c⟨U+001B⟩"_s);
        QCOMPARE(visible(u"tag\U000E0041"_s), u"tag⟨U+E0041⟩"_s);
        QCOMPARE(visible(u"plain é 字 😀\n\t"_s), u"plain é 字 😀\n\t"_s);
        QVERIFY(hasHidden(u"\u2066"_s));
        QVERIFY(!hasHidden(u"plain"_s));
    }

    void codeStandsInQuotationMarks()
    {
        QCOMPARE(prose(u"Write `|-` or `>-` instead of `|`."_s), u"Write “|-” or “>-” instead of “|”."_s);
        QCOMPARE(prose(u"One ` alone, ``none``"_s), u"One ` alone, ``none``"_s);
        QCOMPARE(prose(u"`a` and `b"_s), u"“a” and `b"_s);
        QCOMPARE(prose(u"`\u202E`"_s), u"“⟨U+202E⟩”"_s);
        QCOMPARE(prose({}), QString{});
    }

    void aReferenceKeepsItsLastPart()
    {
        const QFontMetrics metrics(QApplication::font());
        const auto reference = u"ghcr.io/pitchconnect/with/a/long/path/fogis-api-client:1.5.0"_s;
        const auto width = metrics.horizontalAdvance(u"ghcr.io/pitch…fogis-api-client:1.5.0"_s);

        const auto elided = elidedReference(reference, metrics, width);

        QVERIFY(metrics.horizontalAdvance(elided) <= width);
        QVERIFY(elided.startsWith(u"ghcr.io"_s));
        QVERIFY(elided.endsWith(u"…fogis-api-client:1.5.0"_s));
        QCOMPARE(elidedReference(reference, metrics, 10'000), reference);
        const auto narrow = elidedReference(reference, metrics, metrics.horizontalAdvance(u"fogis-…1.5.0"_s));
        QVERIFY(narrow.endsWith(u"0"_s) && narrow.contains(u"…"_s));
    }
};

namespace
{
const test::Registered<PlainTest> registered;
}

} // namespace slipway::words

#include "plain_test.moc"
