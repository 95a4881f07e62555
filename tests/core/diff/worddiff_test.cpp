// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/worddiff.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// The line with its ranges in brackets.
QString marked(QString line, const QList<diff::Range> &ranges)
{
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range)
        line.insert(range->end, u']').insert(range->begin, u'[');
    return line;
}

} // namespace

class WordDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksTheWordsThatChanged_data();
    void marksTheWordsThatChanged();
    void neverCutsACharacter();
    void marksTheMiddleOfVeryLongLines();
};

void WordDiffTest::marksTheWordsThatChanged_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    const auto row = [](const QString &before, const QString &after) {
        QTest::newRow(qPrintable(before)) << before << after;
    };
    row(u"image: nginx:1.[26].[2]"_s, u"image: nginx:1.[27].[0]"_s);
    row(u"image: web:[1a2b3c4] # build"_s, u"image: web:[9f8e7d6] # build"_s);
    row(u"image: web:1.3"_s, u"image: web:1.3[@sha256:abc]"_s);
    row(u"image: web[:1.3]"_s, u"image: web"_s);
    row(u"[a]"_s, u"[b]"_s);
    row(u""_s, u"[all of it]"_s);
    row(u"the same"_s, u"the same"_s);
    row(u"x [a ]y b z"_s, u"x y b[ c] z"_s);
    row(u"[grün] ist blau"_s, u"[rot] ist blau"_s);
}

void WordDiffTest::marksTheWordsThatChanged()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto plain = [](QString text) { return text.remove(u'[').remove(u']'); };

    const auto changed = diff::changedWords(plain(before), plain(after));

    QCOMPARE(marked(plain(before), changed.before), before);
    QCOMPARE(marked(plain(after), changed.after), after);
}

void WordDiffTest::neverCutsACharacter()
{
    const auto changed = diff::changedWords(u"x 😀", u"x 😁");

    QCOMPARE(changed.before, (QList<diff::Range>{{2, 4}}));
    QCOMPARE(changed.after, (QList<diff::Range>{{2, 4}}));
}

void WordDiffTest::marksTheMiddleOfVeryLongLines()
{
    const auto same = u"a,"_s.repeated(1000);

    const auto changed =
        diff::changedWords(QString{"start 1,"_L1 + same + "1 end"_L1}, QString{"start 2,"_L1 + same + "2 end"_L1});

    QCOMPARE(changed.before, (QList<diff::Range>{{6, 6 + 2 + same.size() + 1}}));
    QCOMPARE(changed.after, changed.before);
}

const slipway::test::Registered<WordDiffTest> registered;
#include "worddiff_test.moc"
