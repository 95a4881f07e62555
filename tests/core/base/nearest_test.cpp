// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nearest.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway
{

class NearestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasMeant_data();
    void findsWhatWasMeant();
    void takesTheNearestOfSeveral();
    void isSilentWhereNothingIsNear();
};

void NearestTest::findsWhatWasMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("a letter is missing") << u"minimumAg"_s;
    QTest::newRow("a letter is missing inside") << u"minmumAge"_s;
    QTest::newRow("a letter too many") << u"minimumAAge"_s;
    QTest::newRow("another letter") << u"minimunAge"_s;
    QTest::newRow("two letters swapped") << u"minimmuAge"_s;
    QTest::newRow("capitals") << u"MINIMUMAGE"_s;
    QTest::newRow("only the beginning") << u"min"_s;
}

void NearestTest::findsWhatWasMeant()
{
    QFETCH(const QString, typed);

    QCOMPARE(nearest(typed, {u"level"_s, u"minimumAge"_s, u"platforms"_s}), u"minimumAge"_s);
}

void NearestTest::takesTheNearestOfSeveral()
{
    QCOMPARE(nearest(u"holt"_s, {u"halt"_s, u"hold"_s, u"holts"_s}), u"holts"_s);
    QCOMPARE(nearest(u"pim"_s, {u"pain"_s, u"pin"_s}), u"pin"_s);
}

void NearestTest::isSilentWhereNothingIsNear()
{
    QVERIFY(!nearest(u"banana"_s, {u"level"_s, u"hold"_s}));
    QVERIFY(!nearest(u"ab"_s, {u"xy"_s}));
    QVERIFY(!nearest({}, {u"level"_s}));
    QVERIFY(!nearest(QString(100'000, u'x'), {QString(100'000, u'x')}));
    QVERIFY(!nearest(u"level"_s, {}));
}

const slipway::test::Registered<NearestTest> registered;

} // namespace slipway

#include "nearest_test.moc"
