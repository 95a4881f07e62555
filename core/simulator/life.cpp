// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/life.h"

#include "core/simulator/checks.h"
#include "core/simulator/demo/automation.h"
#include "core/simulator/demo/proposal.h"
#include "core/simulator/pulls.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::simulator
{

namespace
{

using Kind = Event::Kind;
using std::chrono::seconds;

constexpr auto proposedAfter = 2min; // a version's publication
constexpr auto checksAfter = 8s;     // a commit
constexpr auto checksTake = 82s;     // at most

/// A number from `low` to `high`.
int draw(World &world, int low, int high)
{
    const auto count = static_cast<quint32>(high - low + 1);
    return low + static_cast<int>(world.life->chance() % count);
}

void plan(World &world, const Event &event)
{
    auto &upcoming = world.life->upcoming;
    upcoming.insert(std::ranges::upper_bound(upcoming, event.at, {}, &Event::at), event);
}

void planPatch(World &world, const QDateTime &after)
{
    plan(world, {.at = after.addDuration(seconds{draw(world, 12 * 60, 20 * 60)}), .kind = Kind::PublishPatch});
}

void pushNote(World &world)
{
    auto &repository = demo::deploymentRepository(world);
    const auto readme = u"README.md"_s;
    const auto text = git::fileAt(repository.objects, branch(repository, u"main"_s), readme).value_or(QByteArray{});
    commitFiles(world, repository, u"main"_s, {{readme, text + "Who to call: Mats Fager, then Bea Artesch.\n"}},
                u"mfager"_s, u"README: who to call"_s);
}

void publish(World &world, const Event &event)
{
    demo::publishVersion(world, event);
    auto proposal = event;
    proposal.kind = Kind::Propose;
    proposal.at = event.at.addDuration(proposedAfter);
    plan(world, proposal);
}

void publishPatch(World &world)
{
    auto patch = demo::nextPatch(world);
    if (++world.life->patches % 4 == 0)
        patch.fails = u"smoke-test"_s;
    publish(world, patch);
    planPatch(world, world.now);
}

void planChecks(World &world, const ObjectId &commit, const QString &fails, const QString &says)
{
    plan(world, {.at = world.now.addDuration(checksAfter),
                 .kind = Kind::StartChecks,
                 .fails = fails,
                 .says = says,
                 .commit = commit});
}

void startChecks(World &world, const Event &event)
{
    using Conclusion = CheckRun::Conclusion;
    auto &repository = demo::deploymentRepository(world);
    if (!demo::openPullOf(repository, event.commit) || repository.checkRuns.contains(event.commit))
        return;
    addChecks(world, repository, event.commit, world.now, world.now);
    for (const auto &check : checks()) {
        const bool fails = check.name == event.fails;
        plan(world, {.at = world.now.addDuration(std::min<seconds>(check.takes, checksTake)),
                     .kind = Kind::EndCheck,
                     .says = fails ? event.says : check.title,
                     .commit = event.commit,
                     .check = check.name,
                     .conclusion = fails ? Conclusion::Failure : Conclusion::Success});
    }
}

/// An update within the policy is approved as soon as the policy was checked.
void endCheck(World &world, const Event &event)
{
    auto &repository = demo::deploymentRepository(world);
    simulator::endCheck(world, repository, event.commit, event.check, {event.conclusion, event.says});
    auto *pull = demo::openPullOf(repository, event.commit);
    if (pull && event.check == "policy"_L1 && pull->head.startsWith("slipway/image/"_L1))
        approve(world, *pull, u"github-actions[bot]"_s, u"within the policy"_s);
}

void happen(World &world, const Event &event)
{
    switch (event.kind) {
    case Kind::PushNote: pushNote(world); break;
    case Kind::Publish: publish(world, event); break;
    case Kind::PublishPatch: publishPatch(world); break;
    case Kind::Propose:
        if (const auto head = demo::automate(world, event))
            planChecks(world, *head, event.fails, event.says);
        break;
    case Kind::StartChecks: startChecks(world, event); break;
    case Kind::EndCheck: endCheck(world, event); break;
    }
}

/// A pull request that a person opened or moved is checked as well.
void planMissingChecks(World &world)
{
    const auto &repository = demo::deploymentRepository(world);
    for (const auto &pull : repository.pulls) {
        const bool isPlanned = std::ranges::contains(world.life->upcoming, pull.headCommit, &Event::commit);
        if (pull.isOpen() && !isPlanned && !repository.checkRuns.contains(pull.headCommit))
            planChecks(world, pull.headCommit, {}, {});
    }
}

} // namespace

void startLife(World &world, quint32 seed)
{
    world.life = Life{.upcoming = {}, .chance = std::mt19937{seed}};
    const auto start = world.now;
    const auto about = [&](seconds after) { return start.addDuration(after + seconds{draw(world, -20, 20)}); };

    const auto head = demo::deploymentRepository(world).pulls.value(221).headCommit;
    const auto checked = about(40s);
    plan(world, {.at = checked,
                 .kind = Kind::EndCheck,
                 .says = u"No critical, 2 medium"_s,
                 .commit = head,
                 .check = u"scan"_s});
    plan(world, {.at = checked, .kind = Kind::EndCheck, .commit = head, .check = u"smoke-test"_s});
    plan(world, {.at = about(3min), .kind = Kind::PushNote});

    const auto publishAt = [&](seconds after, const QString &service, const QString &version, const QString &message,
                               const QString &author) {
        return Event{about(after), Kind::Publish, service, version, message, author};
    };
    plan(world, publishAt(6min, u"change-detector"_s, u"3.0.2"_s, u"Ignore matches without a time"_s, u"bartesch"_s));
    plan(world, publishAt(12min, u"calendar-sync"_s, u"2.2.1"_s, u"Default for phonebook_group"_s, u"mfager"_s));
    auto withoutArm = publishAt(18min, u"logo-combiner"_s, u"1.1.9"_s, u"Faster resampling"_s, u"bartesch"_s);
    withoutArm.withoutArm = true;
    plan(world, withoutArm);
    auto failing = publishAt(24min, u"fogis-api-client"_s, u"1.5.1"_s, u"Read club logos too"_s, u"mfager"_s);
    failing.fails = u"scan"_s;
    failing.says = u"1 critical"_s;
    plan(world, failing);
    plan(world, publishAt(31min, u"fogis-api-client"_s, u"1.5.2"_s, u"Bump urllib3 to 2.6.0"_s, u"dependabot[bot]"_s));
    planPatch(world, start.addDuration(38min));
}

void advance(World &world, const QDateTime &to)
{
    if (world.life) {
        planMissingChecks(world);
        while (!world.life->upcoming.isEmpty() && world.life->upcoming.first().at <= to) {
            const auto event = world.life->upcoming.takeFirst();
            world.now = std::max(world.now, event.at);
            happen(world, event);
        }
    }
    world.now = std::max(world.now, to);
}

} // namespace slipway::simulator
