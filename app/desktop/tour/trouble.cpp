// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/trouble.h"

#include "core/simulator/build.h"
#include "core/simulator/demo.h"
#include "core/simulator/pulls.h"
#include "core/simulator/registryapi.h"
#include "core/simulator/world.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace slipway::desktop::tour
{
namespace
{

using simulator::Fault;
using simulator::Faults;
using simulator::Request;
using simulator::World;

constexpr int always = std::numeric_limits<int>::max();
constexpr auto owner = "PitchConnect"_L1;
constexpr auto composeFile = "docker-compose.yml"_L1;

simulator::Repository &deployment(World &world)
{
    return *simulator::repository(world, owner, u"fogis-deployment"_s);
}

bool isForGitHub(const Request &request)
{
    return !simulator::isForRegistry(request);
}

QByteArray fileOf(const simulator::Repository &repository, const QString &branch)
{
    return simulator::git::fileAt(repository.objects, simulator::branch(repository, branch), composeFile)
        .value_or(QByteArray{});
}

/// On main; nothing removes a file.
void push(World &world, const QMap<QString, std::optional<QByteArray>> &files)
{
    auto &repository = deployment(world);
    const auto head = simulator::branch(repository, u"main"_s);
    QMap<QString, std::optional<simulator::git::Entry>> changes;
    for (const auto &[path, text] : files.asKeyValueRange())
        changes.insert(path,
                       text ? std::optional{simulator::git::Entry{.id = simulator::git::add(repository.objects, *text)}}
                            : std::nullopt);
    const auto tree = simulator::git::changed(repository.objects, repository.objects.commits.value(head).tree, changes);
    const auto who = simulator::signature(world, u"mfager"_s, world.now);
    const auto commit = simulator::git::add(repository.objects, {tree, {head}, who, who, u"Clear up\n"_s});
    simulator::moveBranch(world, repository, u"main"_s, commit);
}

QString hostile()
{
    return u"<b>bold</b> & <img src=x onerror=alert(1)> \u202Egnp.exe\u202C "_s + QString(300, u'w');
}

} // namespace

Demo::Edit nobodyAnswers()
{
    return [](World &, Faults &faults) {
        faults.strike([](const Request &) { return true; }, Fault{.manner = Fault::Manner::Reset}, always);
    };
}

Demo::Edit registriesAreSilent()
{
    return [](World &, Faults &faults) {
        faults.strike(simulator::isForRegistry, Fault{.manner = Fault::Manner::Silent}, always);
    };
}

Demo::Edit tokenIsRefused()
{
    return [](World &, Faults &faults) { faults.strike(isForGitHub, simulator::badCredentials(), always); };
}

Demo::Edit gitHubAsksToWait()
{
    return [](World &, Faults &faults) {
        faults.strike(isForGitHub, simulator::secondaryLimit(std::chrono::minutes{30}), always);
    };
}

Demo::Edit writesGoWrong(Fault with)
{
    return [with = std::move(with)](World &, Faults &faults) {
        const auto isWrite = [](const Request &request) {
            return isForGitHub(request) && request.method != "GET" && !request.path.endsWith("/graphql"_L1);
        };
        faults.strike(isWrite, with, always);
    };
}

Demo::Edit allIsWell()
{
    return [](World &, Faults &faults) { faults.clear(); };
}

Demo::Edit baseMoves()
{
    return [](World &world, Faults &) { push(world, {{u"README.md"_s, QByteArray{"What runs at FOGIS.\n"}}}); };
}

Demo::Edit composeFileMoves()
{
    return [](World &world, Faults &) {
        auto text = fileOf(deployment(world), u"main"_s);
        text.replace("restart: unless-stopped", "restart: always");
        push(world, {{QString{composeFile}, text}});
    };
}

Demo::Edit composeFilesGo()
{
    return [](World &world, Faults &) {
        push(world, {{QString{composeFile}, std::nullopt},
                     {u"tools/compose.yaml"_s, std::nullopt},
                     {u".github/slipway.yml"_s, std::nullopt}});
    };
}

Demo::Edit nothingIsNewer()
{
    return [](World &world, Faults &) {
        auto &repository = deployment(world);
        const auto text = fileOf(repository, u"main"_s);
        const auto begin = text.indexOf("  change-detector:");
        const auto end = text.indexOf("  calendar-sync:");
        push(world, {{QString{composeFile}, "name: fogis\n\nservices:\n" + text.sliced(begin, end - begin)},
                     {u"tools/compose.yaml"_s, std::nullopt},
                     {u".github/slipway.yml"_s, std::nullopt}});
        for (auto &pull : repository.pulls) {
            pull.closedAt = pull.closedAt.value_or(world.now).addDays(-2);
            pull.closedBy = u"mfager"_s;
        }
    };
}

Demo::Edit filesNeedAPerson()
{
    return [](World &world, Faults &) {
        auto text = fileOf(deployment(world), u"main"_s);
        text.replace("caddy:2.8.4", "caddy:${CADDY_TAG}");
        push(world, {{QString{composeFile}, text},
                     {u".github/slipway.yml"_s, "slipway: 1\n"
                                                "services:\n"
                                                "  google-drive: &shared { follow: digest }\n"
                                                "  logo-combiner: *shared\n"_ba}});
    };
}

Demo::Edit charactersHide()
{
    return [](World &world, Faults &) {
        auto &repository = deployment(world);
        const auto branch = u"slipway/image/match-processor"_s;
        auto text = fileOf(repository, branch);
        text.replace("container_name: match-processor",
                     u"container_name: match\u200B-processor  # \u202Edekcehc"_s.toUtf8());
        simulator::commitFiles(world, repository, branch, {{QString{composeFile}, text}}, u"mfager"_s,
                               u"Name it as the others"_s);
    };
}

Demo::Edit namesAreHostile()
{
    return [](World &world, Faults &) {
        auto &repository = deployment(world);
        const auto text = hostile();
        for (auto &pull : repository.pulls)
            pull.title = text;
        repository.labels.append({simulator::nextId(world), text.first(40), u"b60205"_s, text});
        for (auto &each : repository.deployments)
            for (auto &status : each.statuses)
                status.description = text;
        for (auto &runs : repository.checkRuns)
            for (auto &run : runs)
                run.title = text;
        simulator::build(world, {.owner = owner,
                                 .service = u"fogis-api-client-python"_s,
                                 .version = u"1.6.0"_s,
                                 .steps = {{text, u"mfager"_s}, {u"Second & last"_s, u"bartesch"_s}},
                                 .at = world.now,
                                 .previousAt = world.now.addSecs(-1600),
                                 .platforms = simulator::bothPlatforms(),
                                 .notes = text});
    };
}

Demo::Edit tokenMayLittle(const QString &token)
{
    return [token](World &world, Faults &) {
        world.tokens.insert(token, {.login = u"bartesch"_s, .scopes = {u"public_repo"_s}});
    };
}

} // namespace slipway::desktop::tour
