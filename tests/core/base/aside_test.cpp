// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/aside.h"
#include "tests/support/awaited.h"
#include "tests/support/testcase.h"

#include <QCoroTask>
#include <QTest>
#include <QThread>

#include <memory>

using namespace slipway;
using slipway::test::awaited;

class AsideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksInAnotherThreadAndGoesOnInThisOne();
    void takesWhatCannotBeCopied();
    void makesNothingToo();
};

void AsideTest::worksInAnotherThreadAndGoesOnInThisOne()
{
    QThread *wentOnIn = nullptr;
    const auto both = [&]() -> QCoro::Task<QThread *> {
        auto *const workedIn = co_await Aside([] { return QThread::currentThread(); });
        wentOnIn = QThread::currentThread();
        co_return workedIn;
    };

    QVERIFY(awaited(both()) != QThread::currentThread());
    QCOMPARE(wentOnIn, QThread::currentThread());
}

void AsideTest::takesWhatCannotBeCopied()
{
    const auto doubled = []() -> QCoro::Task<int> {
        const auto made =
            co_await Aside([given = std::make_unique<int>(21)] { return std::make_unique<int>(*given * 2); });
        co_return *made;
    };

    QCOMPARE(awaited(doubled()), 42);
}

void AsideTest::makesNothingToo()
{
    bool isDone = false;
    const auto work = [&]() -> QCoro::Task<bool> {
        co_await Aside([&] { isDone = true; });
        co_return isDone;
    };

    QVERIFY(awaited(work()));
}

const slipway::test::Registered<AsideTest> registered;
#include "aside_test.moc"
