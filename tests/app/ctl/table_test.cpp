// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/rows.h"

#include "app/ctl/cells.h"
#include "tests/app/ctl/plans.h"
#include "tests/support/testcase.h"

#include <QTest>

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
    void withoutUnicodeTheSignsAreAscii();
    void severalFilesHaveAHeadingEach();
    void noLineIsWiderThanTheTerminal_data();
    void noLineIsWiderThanTheTerminal();
    void statesDifferWithoutColours();
    void coloursAreOnlyAdded();
    void namesFromOutsideCannotMoveTheCursor();
    void imagesTellWhereAndHowTheyAreWritten();
    void theSummaryCountsWhatThereIs();
};

QString shown(const updates::Plan &plan, Terminal terminal)
{
    return laidOut(planTable(plan, terminal), terminal);
}

void TableTest::theReasonsStandBesideWhereThereIsRoom()
{
    auto plan = test::variedPlan();

    QCOMPARE(shown(plan, {.width = 120}), u""
                                          "state      service     running               → newest       why\n"
                                          "↑ update   api         1.4.2                 → 1.5.0        1.5.0 is the "
                                          "newest 1.x. 2.0.0 is a major version, and the\n"
                                          ""_s);
}

void TableTest::theReasonsGoUnderTheirRowsWhereThereIsNot() {}

const slipway::test::Registered<TableTest> registered;

} // namespace slipway::ctl

#include "table_test.moc"
