// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/rows.h"

#include "app/ctl/cells.h"
#include "tests/app/ctl/plans.h"
#include "tests/support/testcase.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::ctl
{

class TableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReasonsStandBesideWhereThereIsRoom();
    void theReasonsGoUnderTheirRowsWhereThereIsNot();
    void longNamesGiveWayInTheMiddle();
    void aLinkIsWholeOrLeftOut();
    void withoutUnicodeTheSignsAreAscii();
    void severalFilesHaveAHeadingEach();
    void noLineIsWiderThanTheTerminal_data();
    void noLineIsWiderThanTheTerminal();
    void coloursAreOnlyAdded();
    void whatNeedsNobodyHasNoColour();
    void namesFromOutsideCannotMoveTheCursor();
    void imagesTellWhereAndHowTheyAreWritten();
    void theSummaryCountsWhatThereIs();
    void theSummarySaysWhenThereIsNothingToDo();
};

namespace
{

/// A plan of two rows, of which one is to be updated.
updates::Plan smallPlan()
{
    updates::Plan plan;
    plan.references = {
        test::updated(test::reference(u"api"_s, u"ghcr.io/acme/api:1.4.2"_s, 3), u"1.5.0"_s,
                      u"1.5.0 is the newest 1.x. 2.0.0 is a major version, and the policy allows minor ones."_s),
        test::judged(test::reference(u"db"_s, u"postgres:16.4"_s, 5), updates::Outcome::Error,
                     updates::Reason::RegistryUnreachable, u"docker.io did not answer."_s),
    };
    return plan;
}

QString shown(const updates::Plan &plan, const Terminal &terminal)
{
    return laidOut(planTable(plan, terminal), terminal);
}

QString withoutColours(QString text)
{
    static const QRegularExpression code{u"\x1b\\[[0-9;]*m"_s};
    return text.remove(code);
}

int widestLine(const QString &text)
{
    int widest = 0;
    for (const auto line : QStringView{text}.tokenize(u'\n'))
        widest = std::max(widest, cells(line));
    return widest;
}

} // namespace

void TableTest::theReasonsStandBesideWhereThereIsRoom()
{
    const auto text = shown(smallPlan(), {.width = 80});

    QCOMPARE(text, u"state     service  running  → newest  why\n"
                   "↑ update  api      1.4.2    → 1.5.0   1.5.0 is the newest 1.x. 2.0.0 is a major\n"
                   "                                      version, and the policy allows minor ones.\n"
                   "✗ error   db       16.4               docker.io did not answer.\n"
                   "                                      compose.yaml:5:12\n"_s);
}

void TableTest::theReasonsGoUnderTheirRowsWhereThereIsNot()
{
    const auto text = shown(smallPlan(), {.width = 50});

    QCOMPARE(text, u"state     service  running  → newest\n"
                   "↑ update  api      1.4.2    → 1.5.0\n"
                   "          1.5.0 is the newest 1.x. 2.0.0 is a\n"
                   "          major version, and the policy allows\n"
                   "          minor ones.\n"
                   "✗ error   db       16.4\n"
                   "          docker.io did not answer.\n"
                   "          compose.yaml:5:12\n"_s);
}

void TableTest::longNamesGiveWayInTheMiddle()
{
    auto plan = smallPlan();
    plan.references[0].use.services = {u"calendar-synchronisation-service-for-europe"_s};

    const auto text = shown(plan, {.width = 60});

    QVERIFY2(text.contains(u"↑ update  calendar-synchr…vice-for-europe  1.4.2"_s), qPrintable(text));
}

void TableTest::aLinkIsWholeOrLeftOut()
{
    const auto plan = test::variedPlan();
    const auto link = plan.references.first().judgement->source->compare;

    QVERIFY(shown(plan, {.width = 120}).contains(link));
    QVERIFY(!shown(plan, {.width = 50}).contains(u"https"_s));
}

void TableTest::withoutUnicodeTheSignsAreAscii()
{
    const auto text = shown(test::variedPlan(), {.width = 60, .unicode = false});

    for (const auto &state : {u"^ update"_s, u"= current"_s, u"| held"_s, u"- refused"_s, u"! error"_s, u"-> 1.5.0"_s})
        QVERIFY2(text.contains(state), qPrintable(state + u" in\n"_s + text));
    QVERIFY(!text.contains(u'→') && !text.contains(u'↑'));
}

void TableTest::severalFilesHaveAHeadingEach()
{
    auto plan = smallPlan();
    plan.references[1].use.file = u"stacks/db/compose.yaml"_s;

    const auto text = shown(plan, {.width = 80});

    QVERIFY2(text.contains(u"\n\ncompose.yaml\n↑ update"_s), qPrintable(text));
    QVERIFY2(text.contains(u"\n\nstacks/db/compose.yaml\n✗ error"_s), qPrintable(text));
}

void TableTest::noLineIsWiderThanTheTerminal_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {40, 60, 80, 100, 120, 200})
        QTest::addRow("%d", width) << width;
}

void TableTest::noLineIsWiderThanTheTerminal()
{
    QFETCH(const int, width);
    auto plan = test::variedPlan();
    plan.references[0].use.services = {u"日本語のとても長いサービス名前"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    plan.references[1].use.services = {u"an-unreasonably-long-name-of-a-service-that-goes-on-and-on"_s};
    plan.references[2].use.file = u"a/folder/that/lies/deep/and/has/a/long/name/compose.production.yaml"_s;
    const Terminal terminal{.width = width};

    const auto planned = shown(plan, terminal);
    const auto listed = laidOut(imagesTable(plan, terminal), terminal);

    QVERIFY2(widestLine(planned) <= width, qPrintable(planned));
    QVERIFY2(widestLine(listed) <= width, qPrintable(listed));
}

void TableTest::coloursAreOnlyAdded()
{
    const auto plan = test::variedPlan();

    const auto plain = shown(plan, {.width = 80});
    const auto coloured = shown(plan, {.width = 80, .colours = true});

    QVERIFY(coloured.contains(u"\x1b[1;36m↑ update\x1b[0m"_s));
    QCOMPARE(withoutColours(coloured), plain);
}

void TableTest::whatNeedsNobodyHasNoColour()
{
    const Terminal terminal{.width = 80, .colours = true};
    updates::Plan plan;
    const auto web = test::reference(u"web"_s, u"acme/web:1"_s, 3);
    const auto stateOf = [&](updates::Reason reason) {
        plan.references = {test::judged(web, updates::Outcome::Refused, reason, u"So it is."_s)};
        return shown(plan, terminal);
    };

    QVERIFY(stateOf(updates::Reason::BuiltHere).contains(u"\x1b[2m⊘ refused\x1b[0m"_s));
    QVERIFY(stateOf(updates::Reason::VariableUnset).contains(u"\x1b[33m⊘ refused\x1b[0m"_s));
}

void TableTest::namesFromOutsideCannotMoveTheCursor()
{
    const auto hostile = u"x\x1b[2J\r\n\u009b1m\u202ey"_s;
    auto plan = test::variedPlan();
    for (auto &reference : plan.references) {
        reference.use.file = hostile;
        reference.use.services = {hostile};
        reference.use.text = hostile;
        reference.use.path = hostile;
        reference.judgement->why = hostile;
        reference.judgement->newest = hostile;
        if (reference.judgement->candidate)
            reference.judgement->candidate->tag = hostile;
        if (reference.judgement->source)
            reference.judgement->source->compare = hostile;
    }
    const Terminal terminal{.width = 200};

    const QString text = shown(plan, terminal) + laidOut(imagesTable(plan, terminal), terminal);

    for (const auto c : {u'\x1b', u'\r', u'\u009b', u'\u202e'})
        QVERIFY2(!text.contains(c), qPrintable(QString::number(c, 16)));
    QVERIFY(!text.contains(u"\ny"_s));
    QVERIFY(text.contains(u"x\\x1b[2J\\x0d\\x0a\\x9b1m\\u{202e}y"_s));
}

void TableTest::imagesTellWhereAndHowTheyAreWritten()
{
    auto plan = smallPlan();
    plan.references[1].use.via = compose::Via::Default;
    plan.references[1].use.style = yaml::Style::DoubleQuoted;
    plan.references[1].use.anchor = true;

    const Terminal terminal{.width = 110};
    const auto text = laidOut(imagesTable(plan, terminal), terminal);

    QCOMPARE(text, u"place              service  image                            written\n"
                   "compose.yaml:3:12  api      ghcr.io/acme/api:1.4.2\n"
                   "compose.yaml:5:12  db       docker.io/library/postgres:16.4  default of a variable, double quotes, "
                   "anchor\n"_s);
}

void TableTest::theSummaryCountsWhatThereIs()
{
    QCOMPARE(summary(test::variedPlan(), {}), u"2 updates, 1 current, 1 held, 2 refused, 1 error\n"_s);
    QCOMPARE(summary(smallPlan(), {}), u"1 update, 1 error\n"_s);
}

void TableTest::theSummarySaysWhenThereIsNothingToDo()
{
    updates::Plan plan;
    plan.references = {test::judged(test::reference(u"web"_s, u"acme/web:1"_s, 3), updates::Outcome::Current, {}, {})};
    auto broken = plan;
    broken.problems = {{.file = u"a.yaml"_s, .line = {}, .column = {}, .code = u"file-missing"_s, .message = {}}};
    auto unjudged = plan;
    unjudged.references[0].judgement.reset();

    QCOMPARE(summary(plan, {}), u"Nothing to do: 1 current\n"_s);
    QCOMPARE(summary(broken, {}), u"1 current\n"_s);
    QCOMPARE(summary(unjudged, {}), u"Nothing was judged: the policy has to be mended first.\n"_s);
}

const slipway::test::Registered<TableTest> registered;

} // namespace slipway::ctl

#include "table_test.moc"
