// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/registryapi.h"
#include "core/workspace/refresh.h"
#include "tests/core/workspace/demo.h"
#include "tests/support/awaited.h"
#include "tests/support/testcase.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::workspace;

namespace
{

int countOf(const Snapshot &snapshot, State state)
{
    return static_cast<int>(std::ranges::count(snapshot.rows, state, &Row::state));
}

/// A refresh that a person cancels as soon as its rows are there; no registry has answered by then.
Snapshot cancelled(test::Demo &demo, const ReachPointer &reach)
{
    demo.server.faults().strike(simulator::isForRegistry, {.manner = simulator::Fault::Manner::Silent}, 10'000);
    std::stop_source stop;
    const Report report{.found =
                            [&stop](const Snapshot &found) {
                                if (countOf(found, State::Checking) > 0)
                                    stop.request_stop();
                            },
                        .progress = {}};
    const auto known = stored(reach->connection(), reach->state());
    const auto ended = test::awaited(refresh(reach, known, {}, report, stop.get_token()), std::chrono::seconds{20});
    demo.server.faults().clear();
    return ended.value_or(Snapshot{});
}

} // namespace

/// What no refresh is under way for is not being checked.
class NotCheckedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatAPersonCancelledBeforeItWasAsked()
    {
        test::Demo demo;
        const auto reach = demo.reach();

        const auto snapshot = cancelled(demo, reach);

        QVERIFY(countOf(snapshot, State::NotChecked) > 0);
        QCOMPARE(countOf(snapshot, State::Checking), 0);
        const auto again = demo.refreshed(reach, snapshot);
        QCOMPARE(countOf(again, State::NotChecked), 0);
    }

    /// Who asks for one row asks for no other.
    void staysSoWhileAnotherRowIsAsked()
    {
        test::Demo demo;
        const auto reach = demo.reach();
        const auto snapshot = cancelled(demo, reach);
        const RowKey key{.project = u"docker-compose.yml"_s, .service = u"google-drive"_s};
        QList<Snapshot> told;
        const Report report{.found = [&told](const Snapshot &found) { told.append(found); }, .progress = {}};

        const auto ended = test::awaited(refresh(reach, snapshot, key, report, {}), std::chrono::seconds{20});

        QVERIFY(ended && ended->find(key)->judgement);
        QVERIFY(!told.isEmpty());
        for (const auto &each : std::as_const(told))
            QVERIFY(countOf(each, State::NotChecked) > 0 && countOf(each, State::Checking) == 0);
    }
};

const slipway::test::Registered<NotCheckedTest> registered;

#include "notchecked_test.moc"
