// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nextturn.h"
#include "tests/support/awaited.h"
#include "tests/support/testcase.h"

#include <QCoroTask>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;
using slipway::test::awaited;

class NextTurnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersComeInBetween();
    void isOverAfterAFewQuestions();
};

void NextTurnTest::othersComeInBetween()
{
    QStringList deeds;
    const auto work = [&](QString name) -> QCoro::Task<bool> {
        for (int i = 1; i <= 2; ++i) {
            deeds.append(name + QString::number(i));
            co_await NextTurn{};
        }
        co_return true;
    };

    const auto both = [&]() -> QCoro::Task<bool> {
        auto one = work(u"a"_s);
        auto other = work(u"b"_s);
        co_return co_await one &&co_await other;
    };

    QVERIFY(awaited(both()));
    QCOMPARE(deeds, (QStringList{u"a1"_s, u"b1"_s, u"a2"_s, u"b2"_s}));
}

void NextTurnTest::isOverAfterAFewQuestions()
{
    QList<std::size_t> over;
    for (std::size_t put = 0; put < 40; ++put)
        if (isTurnOver(put))
            over.append(put);
    QCOMPARE(over, (QList<std::size_t>{16, 32}));
}

const slipway::test::Registered<NextTurnTest> registered;

#include "nextturn_test.moc"
