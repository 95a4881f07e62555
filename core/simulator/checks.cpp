// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/checks.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::simulator
{

const QList<Check> &checks()
{
    static const QList<Check> all{
        {u"lint"_s, 9s, {}},
        {u"compose-config"_s, 6s, {}},
        {u"policy"_s, 5s, {}},
        {u"provenance"_s, 14s, {}},
        {u"scan"_s, 95s, u"No critical, 2 medium"_s},
        {u"smoke-test"_s, 112s, {}},
    };
    return all;
}

void addChecks(World &world, Repository &repository, const ObjectId &commit, const QDateTime &startedAt,
               const QDateTime &until, const QMap<QString, Outcome> &unusual)
{
    auto &runs = repository.checkRuns[commit];
    for (const auto &check : checks()) {
        CheckRun run{.id = nextId(world), .name = check.name, .startedAt = startedAt};
        const auto endsAt = startedAt.addDuration(check.takes);
        if (endsAt <= until) {
            const auto outcome = unusual.value(check.name, {CheckRun::Conclusion::Success, check.title});
            run.completedAt = endsAt;
            run.conclusion = outcome.conclusion;
            run.title = outcome.title;
        }
        runs.append(run);
    }
}

void endCheck(World &world, Repository &repository, const ObjectId &commit, const QString &name, const Outcome &outcome)
{
    for (auto &run : repository.checkRuns[commit]) {
        if (run.name != name || run.completedAt)
            continue;
        run.completedAt = world.now;
        run.conclusion = outcome.conclusion;
        run.title = outcome.title;
    }
}

} // namespace slipway::simulator
