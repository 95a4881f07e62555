// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"

#include "tests/core/workspace/samples.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>
#include <QTest>

#include <coroutine>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;

namespace
{

/// Where a coroutine waits until the test says what it finds.
struct Ending
{
    std::optional<Snapshot> found = {};
    std::coroutine_handle<> waiting = {};

    [[nodiscard]] bool await_ready() const { return found.has_value(); }
    void await_suspend(std::coroutine_handle<> who) { waiting = who; }
    [[nodiscard]] Snapshot await_resume() const { return *found; }
};

/// Refreshes that end when the test says so.
struct Held
{
    struct Run
    {
        Snapshot known;
        std::optional<RowKey> only;
        Report report;
        std::stop_token stop;
        std::shared_ptr<Ending> ending = std::make_shared<Ending>();

        void end(const Snapshot &found) const
        {
            ending->found = found;
            ending->waiting.resume();
        }
    };
    QList<Run> runs = {};

    Refresh refresh()
    {
        return [this](const Snapshot &known, const std::optional<RowKey> &only, const Report &report,
                      const std::stop_token &stop) {
            runs.append({.known = known, .only = only, .report = report, .stop = stop});
            return wait(runs.last().ending);
        };
    }
    static QCoro::Task<Snapshot> wait(std::shared_ptr<Ending> ending) { co_return co_await *ending; }
};

bool comes(const QSignalSpy &spy, qsizetype count = 1)
{
    return QTest::qWaitFor([&] { return spy.size() == count; });
}

constexpr auto never = std::chrono::hours(1);

} // namespace

/// The one object that a window talks to, with a refresh that the test holds in its hand.
class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsKnownAndAsksNothingBeforeItStarts();
    void tellsWhatARefreshFinds();
    void saysNothingWhereNothingChanged();
    void refreshesAgainAfterAnInterval();
    void asksOnceMoreForWhoAskedMeanwhile();
    void asksForOneRow();
    void cancelsTheRefreshUnderWay();
    void keepsAnEditThatARefreshUnderWayDoesNotKnow();
    void endsItsRefreshWhenItGoes();
};

void WorkspaceTest::showsWhatIsKnownAndAsksNothingBeforeItStarts()
{
    Held held;
    Workspace workspace(test::snapshot(3), held.refresh(), never);

    QCOMPARE(workspace.snapshot().rows.size(), 3);
    QVERIFY(!workspace.isRefreshing());
    QCOMPARE(held.runs.size(), 0);
}

void WorkspaceTest::tellsWhatARefreshFinds()
{
    Held held;
    Workspace workspace({}, held.refresh(), never);
    QSignalSpy started(&workspace, &Workspace::started);
    QSignalSpy changed(&workspace, &Workspace::changed);
    QSignalSpy progress(&workspace, &Workspace::progress);
    QSignalSpy finished(&workspace, &Workspace::finished);

    workspace.start();
    QVERIFY(workspace.isRefreshing());
    held.runs.first().report.found(test::snapshot(1));
    held.runs.first().report.progress(1, 2);
    QCOMPARE(workspace.snapshot().rows.size(), 1);
    held.runs.first().end(test::snapshot(2));
    QVERIFY(comes(finished));

    QCOMPARE(workspace.snapshot().rows.size(), 2);
    QVERIFY(!workspace.isRefreshing());
    QCOMPARE(started.size(), 1);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(progress, (QList<QVariantList>{{1, 2}}));
}

void WorkspaceTest::saysNothingWhereNothingChanged()
{
    Held held;
    Workspace workspace(test::snapshot(3), held.refresh(), never);
    QSignalSpy changed(&workspace, &Workspace::changed);
    QSignalSpy finished(&workspace, &Workspace::finished);

    workspace.start();
    held.runs.first().end(test::snapshot(3));
    QVERIFY(comes(finished));

    QCOMPARE(changed.size(), 0);
}

void WorkspaceTest::refreshesAgainAfterAnInterval()
{
    Held held;
    Workspace workspace({}, held.refresh(), std::chrono::milliseconds(1));
    workspace.start();

    held.runs.first().end(test::snapshot(1));
    QVERIFY(QTest::qWaitFor([&] { return held.runs.size() == 2; }));

    QCOMPARE(held.runs.at(1).known.rows.size(), 1);
    held.runs.at(1).end({});
}

void WorkspaceTest::asksOnceMoreForWhoAskedMeanwhile()
{
    Held held;
    Workspace workspace({}, held.refresh(), never);
    workspace.start();
    workspace.checkNow();
    workspace.checkNow();
    QCOMPARE(held.runs.size(), 1);

    held.runs.first().end({});
    QVERIFY(QTest::qWaitFor([&] { return held.runs.size() == 2; }));
    QSignalSpy finished(&workspace, &Workspace::finished);
    held.runs.at(1).end({});
    QVERIFY(comes(finished));
    QCoreApplication::processEvents();

    QCOMPARE(held.runs.size(), 2);
}

void WorkspaceTest::asksForOneRow()
{
    Held held;
    const auto known = test::snapshot(2);
    Workspace workspace(known, held.refresh(), never);

    workspace.checkOne(known.rows.first().key);

    QCOMPARE(held.runs.first().only, known.rows.first().key);
    workspace.checkOne(known.rows.at(1).key); // the one under way is not disturbed
    QCOMPARE(held.runs.size(), 1);
    held.runs.first().end(known);
}

void WorkspaceTest::cancelsTheRefreshUnderWay()
{
    Held held;
    Workspace workspace({}, held.refresh(), never);
    QSignalSpy finished(&workspace, &Workspace::finished);
    workspace.start();
    workspace.checkNow();

    workspace.cancel();

    QVERIFY(held.runs.first().stop.stop_requested());
    held.runs.first().end({});
    QVERIFY(comes(finished));
    QCoreApplication::processEvents();
    QCOMPARE(held.runs.size(), 1);
}

void WorkspaceTest::keepsAnEditThatARefreshUnderWayDoesNotKnow()
{
    Held held;
    Workspace workspace(test::snapshot(1), held.refresh(), never);
    QSignalSpy finished(&workspace, &Workspace::finished);
    workspace.start();

    workspace.change([](Snapshot &snapshot) { snapshot.rows.first().problem = cancelled(); });
    QVERIFY(workspace.snapshot().rows.first().problem);
    held.runs.first().end(test::snapshot(1));
    QVERIFY(comes(finished));
    QVERIFY(workspace.snapshot().rows.first().problem);

    workspace.checkNow(); // this one begins from it, and may forget it
    held.runs.at(1).end(test::snapshot(1));
    QVERIFY(comes(finished, 2));
    QVERIFY(!workspace.snapshot().rows.first().problem);
}

void WorkspaceTest::endsItsRefreshWhenItGoes()
{
    Held held;
    {
        Workspace workspace({}, held.refresh(), never);
        workspace.start();
    }

    QVERIFY(held.runs.first().stop.stop_requested());
    held.runs.first().report.found(test::snapshot(1)); // to nobody
    held.runs.first().end({});
    QCoreApplication::processEvents();
}

const slipway::test::Registered<WorkspaceTest> registered;

#include "workspace_test.moc"
