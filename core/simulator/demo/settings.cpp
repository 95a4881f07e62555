// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/settings.h"

#include "core/simulator/demo/service.h"
#include "core/simulator/demo/times.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::simulator::demo
{

namespace
{

void addLabels(World &world, Repository &repository)
{
    repository.labels = {
        {nextId(world), u"dependencies"_s, u"0366d6"_s, u"Moves to a newer version of something"_s},
        {nextId(world), u"docker"_s, u"21ceff"_s, u"Changes an image"_s},
        {nextId(world), u"major"_s, u"b60205"_s, u"A major version"_s},
        {nextId(world), u"policy"_s, u"5319e7"_s, u"Changes what counts as newest"_s},
    };
}

/// What people talked about before, and between, the updates by pull request: all closed.
void addIssues(World &world, Repository &repository, const QDateTime &start)
{
    const QStringList titles{u"Disk of staging is nearly full"_s,       u"Rotate the password of FOGIS"_s,
                             u"Health check of the queue flaps"_s,      u"Deploy by hand: write down the steps"_s,
                             u"Restart order after a power cut"_s,      u"Logs of canary-1 end at midnight"_s,
                             u"Which host runs which version?"_s,       u"Certificates of the proxy end in June"_s,
                             u"Limit the memory of match-processor"_s,  u"Back up /data every night"_s,
                             u"Calendar is an hour late since Sunday"_s};
    constexpr int lastBefore = 205;
    const auto addIssue = [&](int number, const QDateTime &createdAt) {
        const auto author = number % 3 == 0 ? u"bartesch"_s : u"mfager"_s;
        repository.issues.insert(
            number, {nextId(world), titles.at(number % titles.size()), author, createdAt, createdAt.addDays(2)});
    };
    for (int number = 1; number <= lastBefore; ++number)
        addIssue(number, at(start, u"-38d").addDuration(-12h * (lastBefore - number)));
    addIssue(207, at(start, u"-24d"));
    addIssue(210, at(start, u"-16d"));
    repository.lastNumber = lastBefore;
}

} // namespace

Repository &makeDeploymentRepository(World &world, const QDateTime &start)
{
    Repository repository{
        .id = nextId(world),
        .owner = QString::fromLatin1(organization),
        .name = u"fogis-deployment"_s,
        .createdAt = at(start, u"-150d"),
        .pushedAt = at(start, u"-37d"),
        .defaultBranch = u"main"_s,
        .permissions = writers(world),
        .protections = {{u"main"_s,
                         {.approvals = 1,
                          .checks = {u"lint"_s, u"compose-config"_s, u"policy"_s, u"provenance"_s, u"scan"_s}}}},
        .deletesMergedBranches = true,
        .environments = {u"staging"_s, u"canary-1"_s, u"production"_s},
    };
    addLabels(world, repository);
    addIssues(world, repository, start);
    return add(world, repository);
}

} // namespace slipway::simulator::demo
