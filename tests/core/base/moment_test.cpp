// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/moment.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;

/// Moments in the person's own time.
class MomentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void namesTheDayThatIsNotToday();
};

void MomentTest::namesTheDayThatIsNotToday()
{
    const QDateTime now({2026, 11, 24}, {22, 30}, QTimeZone::UTC); // 23:30 in Berlin
    QCOMPARE(momentInWords(now.addSecs(600), now), QStringLiteral("23:40"));
    QCOMPARE(momentInWords(now.addSecs(3600), now), QStringLiteral("25 Nov, 00:30"));
}

static const slipway::test::Registered<MomentTest> registered;
#include "moment_test.moc"
