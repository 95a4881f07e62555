// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/ages.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::words
{

namespace
{

const QDateTime now(QDate(2026, 11, 24), QTime(14, 32)); // in the zone of whoever runs this

}

class AgesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agesAreShort_data()
    {
        QTest::addColumn<std::chrono::seconds>("before");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << 0s << u"0 s"_s;
        QTest::newRow("ahead, by another clock") << -5s << u"0 s"_s;
        QTest::newRow("seconds") << 59s << u"59 s"_s;
        QTest::newRow("a minute") << 60s << u"1 min"_s;
        QTest::newRow("minutes") << 3599s << u"59 min"_s;
        QTest::newRow("hours") << std::chrono::seconds(23h + 59min) << u"23 h"_s;
        QTest::newRow("a day") << std::chrono::seconds(24h) << u"1 day"_s;
        QTest::newRow("days") << std::chrono::seconds(60h) << u"2 days"_s;
    }

    void agesAreShort()
    {
        QFETCH(const std::chrono::seconds, before);
        QTEST(age(now.addSecs(-before.count()), now), "text");
    }

    void momentsSayOnlyWhatIsNeeded()
    {
        QCOMPARE(moment(now.addSecs(-60), now), u"14:31"_s);
        QCOMPARE(moment(now.addDays(-1), now), u"23 Nov"_s);
        QCOMPARE(moment(now.addYears(-1), now), u"24 Nov 2025"_s);
        QCOMPARE(dayAndTime(now.addDays(-1), now), u"23 Nov, 14:32"_s);
        QCOMPARE(stateOf(now.addSecs(-600), now), u"State of 14:22"_s);
    }

    void timesAreShownInThePersonsZone()
    {
        QCOMPARE(moment(now.toUTC(), now.toUTC()), u"14:32"_s);
        QVERIFY(exactTime(now.toUTC()).startsWith(u"24 Nov 2026, 14:32:00 "_s));
    }

    void whatRunsIsCounted()
    {
        QCOMPARE(elapsed(9s), u"0:09"_s);
        QCOMPARE(elapsed(72s), u"1:12"_s);
        QCOMPARE(elapsed(1h + 2min + 40s), u"1:02:40"_s);
    }

    void dataGetOldByTheirInterval()
    {
        QVERIFY(!isStale(now.addSecs(-300), now, 60s));
        QVERIFY(isStale(now.addSecs(-301), now, 60s));
        QVERIFY(!isStale(now.addSecs(-900), now, 600s));
        QVERIFY(!isStale({}, now, 60s)); // never asked is another state
    }
};

namespace
{
const test::Registered<AgesTest> registered;
}

} // namespace slipway::words

#include "ages_test.moc"
