// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/diff/displayline.h"
#include "ui/diff/highlighting.h"
#include "ui/diff/rows.h"

#include <QTest>

using namespace slipway;
using namespace slipway::diffview;
using namespace Qt::StringLiterals;
using Kind = DiffLine::Kind;

namespace
{

QByteArray numbered(int from, int to)
{
    QByteArray text;
    for (int i = from; i <= to; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

workspace::FilePreview changed(int line, int of)
{
    auto after = numbered(1, of);
    const QByteArray old = "line " + QByteArray::number(line) + '\n';
    after.replace(old, "changed\n");
    return {.path = u"compose.yaml"_s,
            .before = numbered(1, of),
            .after = after,
            .places = {{.service = u"web"_s, .path = {u"services"_s, u"web"_s}, .line = line}}};
}

QString digest(QChar digit)
{
    return u"sha256:"_s + QString(64, digit);
}

} // namespace

class FileDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersBothSides();
    void marksTheWordsThatChanged();
    void namesTheYamlPath();
    void tellsWhatNoLineShows();
    void ignoresWhiteSpaceWhenAsked();
    void showsThreeLinesAroundAChange();
    void unfoldsTwentyLines();
    void putsReplacedLinesSideBySide();
    void foldsAFile();
    void cutsDigests();
    void showsHiddenCharacters();
    void findsPlacesAgainInWhatIsShown();
    void highlightsYamlAndVariables();
};

void FileDiffTest::numbersBothSides()
{
    const auto file = diffOf({.path = u"a"_s, .before = "one\ntwo\nthree\n", .after = "one\n2\n2.5\nthree\n"});
    QCOMPARE(file.lines.size(), 5);
    QCOMPARE(file.lines.at(1).kind, Kind::Removed);
    QCOMPARE(file.lines.at(1).oldNumber, 2);
    QCOMPARE(file.lines.at(3).text, u"2.5"_s);
    QCOMPARE(file.lines.at(3).newNumber, 3);
    QCOMPARE(file.lines.at(4).oldNumber, 3);
    QCOMPARE(file.lines.at(4).newNumber, 4);
    QCOMPARE(file.added, 2);
    QCOMPARE(file.removed, 1);
    QCOMPARE(file.changes, (QList<std::pair<qsizetype, qsizetype>>{{1, 4}}));
}

void FileDiffTest::marksTheWordsThatChanged()
{
    const auto file = diffOf({.path = u"a"_s, .before = "image: web:1.4\n", .after = "image: web:1.5\n"});
    QCOMPARE(file.lines.at(0).words, (QList<diff::Range>{{11, 14}}));
    QCOMPARE(file.lines.at(1).words, (QList<diff::Range>{{11, 14}}));
}

void FileDiffTest::namesTheYamlPath()
{
    const auto file = diffOf(changed(10, 20));
    QCOMPARE(file.headings, QStringList{u"services › web"_s});
}

void FileDiffTest::tellsWhatNoLineShows()
{
    QCOMPARE(diffOf({.path = u"a"_s, .before = "a", .after = "b"}).remarks.size(), 1);
    QCOMPARE(diffOf({.path = u"a"_s, .before = "a\r\n", .after = "a\n"}).remarks,
             QStringList{u"Lines no longer end with CR LF."_s});
    QCOMPARE(diffOf({.path = u"a"_s,
                     .before = "a\n",
                     .after = "\xef\xbb\xbf"
                              "a\n"})
                 .remarks,
             QStringList{u"A byte order mark is added."_s});
    QVERIFY(diffOf({.path = u"a"_s, .before = "a\n", .after = "b\n"}).remarks.isEmpty());
}

void FileDiffTest::ignoresWhiteSpaceWhenAsked()
{
    const workspace::FilePreview file{.path = u"a"_s, .before = "a: 1\nb: 2\n", .after = "a:  1\nb: 3\n"};
    QCOMPARE(diffOf(file).changes.size(), 1);
    QCOMPARE(diffOf(file).added, 2);
    QCOMPARE(diffOf(file, true).added, 1);
}

void FileDiffTest::showsThreeLinesAroundAChange()
{
    const auto rows = unifiedRows({diffOf(changed(50, 100))}, {});
    QCOMPARE(rows.size(), 1 + 1 + 3 + 2 + 3 + 1);
    QCOMPARE(rows.at(1).kind, Row::Kind::Fold);
    QCOMPARE(rows.at(1).text, u"services › web"_s);
    QCOMPARE(rows.at(1).hiddenTo, 46);
    QCOMPARE(rows.at(5).change, 0);
    QCOMPARE(rows.last().kind, Row::Kind::Fold);
}

void FileDiffTest::unfoldsTwentyLines()
{
    const auto file = diffOf(changed(50, 100));
    Folding folding;
    unfold(folding, unifiedRows({file}, folding).at(1));
    auto rows = unifiedRows({file}, folding);
    QCOMPARE(rows.at(1).hiddenTo, 26);
    unfold(folding, rows.at(1));
    unfold(folding, unifiedRows({file}, folding).at(1));
    rows = unifiedRows({file}, folding);
    QCOMPARE(rows.at(1).kind, Row::Kind::Lines); // nothing is hidden above any more
}

void FileDiffTest::putsReplacedLinesSideBySide()
{
    const auto file = diffOf({.path = u"a"_s, .before = "a\nb\nc\n", .after = "a\nB\nB2\nc\n"});
    const auto rows = sideBySideRows({file}, {});
    QCOMPARE(rows.size(), 1 + 4);
    QCOMPARE(rows.at(2).left, 1);
    QCOMPARE(rows.at(2).right, 2);
    QCOMPARE(rows.at(3).left, -1);
    QCOMPARE(rows.at(3).right, 3);
    QCOMPARE(rows.at(4).left, rows.at(4).right);
}

void FileDiffTest::foldsAFile()
{
    Folding folding;
    folding.folded.insert(0);
    QCOMPARE(unifiedRows({diffOf(changed(5, 9)), diffOf(changed(5, 9))}, folding).size(), 1 + 1 + 1 + 3 + 2 + 3 + 1);
}

void FileDiffTest::cutsDigests()
{
    const QString line = u"image: web@"_s + digest(u'a') + u" # x"_s;
    const auto cut = displayLine(line, false);
    QCOMPARE(cut.text, u"image: web@sha256:aaaaaaaaaaaa …  # x"_s);
    QCOMPARE(cut.boxes.size(), 1);
    QCOMPARE(displayLine(line, true).text, line);
    QCOMPARE(displayLine(u"sha256:abc"_s, false).text, u"sha256:abc"_s);
}

void FileDiffTest::showsHiddenCharacters()
{
    const auto line = u"a\u202eb\u200bc\td"_s;
    const auto shown = displayLine(line, false);
    QCOMPARE(shown.text, u"aU+202EbU+200Bc    d"_s.replace(u"c    d"_s, u"c d"_s));
    QCOMPARE(shown.boxes.size(), 2);
    QVERIFY(hasHiddenCharacters(line));
    QVERIFY(!hasHiddenCharacters(u"plain\ttext – ü"));
}

void FileDiffTest::findsPlacesAgainInWhatIsShown()
{
    const QString line = u"x@"_s + digest(u'b') + u"!"_s;
    const auto shown = displayLine(line, false);
    for (qsizetype place = 0; place <= 2 + 7 + 12; ++place)
        QCOMPARE(shown.sourceAt(shown.shownAt(place)), place);
    QCOMPARE(shown.sourceAt(shown.shownAt(line.size() - 1)), line.size() - 1);
    QCOMPARE(shown.sourceAt(shown.text.size()), line.size());
    QCOMPARE(shown.sourceAt(10'000), line.size());
}

void FileDiffTest::highlightsYamlAndVariables()
{
    Highlighting yaml{u"deploy/compose.yaml"_s, {u"# comment"_s, u"image: web:${TAG:-1}"_s, u"x: &anchor 5"_s}};
    const auto has = [](const QList<Span> &spans, Span::Meaning meaning, qsizetype at) {
        return std::ranges::any_of(
            spans, [=](const Span &span) { return span.meaning == meaning && at >= span.begin && at < span.end; });
    };
    QVERIFY(has(yaml.spans(0), Span::Meaning::Comment, 2));
    QVERIFY(has(yaml.spans(1), Span::Meaning::Key, 0));
    QVERIFY(has(yaml.spans(1), Span::Meaning::Variable, 12));
    QVERIFY(has(yaml.spans(2), Span::Meaning::Anchor, 4));

    Highlighting plain{u"README.md"_s, {u"image: ${TAG}"_s}};
    QVERIFY(plain.spans(0).isEmpty());
}

static const slipway::test::Registered<FileDiffTest> registered;
#include "filediff_test.moc"
