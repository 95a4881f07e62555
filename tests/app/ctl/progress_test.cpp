// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/progress.h"

#include "tests/support/testcase.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::ctl
{
namespace
{

/// Time that stands still until it is moved.
class StillClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] QCoro::Task<Result<>> sleep(std::chrono::milliseconds, std::stop_token) override { co_return {}; }
    void pass(std::chrono::milliseconds time) { m_now = m_now.addDuration(time); }

private:
    QDateTime m_now{QDate{2026, 3, 1}, QTime{12, 0}, QTimeZone::UTC};
};

} // namespace

class ProgressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortWorkShowsNothing();
    void longWorkShowsOneLineThatGoesAway();
    void aFastWorkDoesNotWriteEachStep();
    void whereNothingIsShownNothingIsWritten();
};

void ProgressTest::shortWorkShowsNothing()
{
    QBuffer err;
    err.open(QIODevice::WriteOnly);
    StillClock clock;
    {
        Progress progress{err, clock, true};
        clock.pass(200ms);
        progress.step(1, 2);
    }

    QCOMPARE(err.data(), QByteArray{});
}

void ProgressTest::longWorkShowsOneLineThatGoesAway()
{
    QBuffer err;
    err.open(QIODevice::WriteOnly);
    StillClock clock;
    {
        Progress progress{err, clock, true};
        clock.pass(400ms);
        progress.step(12, 300);
    }

    QCOMPARE(err.data(), "\r\x1b[KAsking the registries: 12 of 300 images\r\x1b[K"_ba);
}

void ProgressTest::aFastWorkDoesNotWriteEachStep()
{
    QBuffer err;
    err.open(QIODevice::WriteOnly);
    StillClock clock;
    Progress progress{err, clock, true};
    clock.pass(1s);
    for (int done = 0; done < 1000; ++done)
        progress.step(done, 1000);

    QCOMPARE(err.data().count('\r'), 1);
}

void ProgressTest::whereNothingIsShownNothingIsWritten()
{
    QBuffer err;
    err.open(QIODevice::WriteOnly);
    StillClock clock;
    {
        Progress progress{err, clock, false};
        clock.pass(1min);
        progress.step(1, 2);
    }

    QCOMPARE(err.data(), QByteArray{});
}

const slipway::test::Registered<ProgressTest> registered;

} // namespace slipway::ctl

#include "progress_test.moc"
