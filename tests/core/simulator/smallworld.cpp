// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/simulator/smallworld.h"

#include "core/simulator/publish.h"
#include "core/simulator/pulls.h"
#include "tests/support/exchanges.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace slipway::simulator;

namespace slipway::test
{
namespace
{

constexpr auto compose = "services:\n  api:\n    image: ghcr.io/acme/api:1.0.0\n";
constexpr auto newer = "services:\n  api:\n    image: ghcr.io/acme/api:1.1.0\n";

void addPeople(World &world)
{
    add(world, Account{.id = 1,
                       .login = u"acme"_s,
                       .name = u"Acme"_s,
                       .kind = Account::Kind::Organization,
                       .members = {{u"bea"_s, true}}});
    add(world, Account{.id = 2, .login = u"bea"_s, .name = u"Bea Ångström"_s});
    add(world, Account{.id = 3, .login = u"github-actions[bot]"_s, .name = {}, .kind = Account::Kind::Bot});
    world.tokens.insert(u"ghp_bea"_s, {.login = u"bea"_s, .scopes = {u"repo"_s, u"read:packages"_s}});
    world.tokens.insert(u"ghp_reader"_s, {.login = u"bea"_s, .scopes = {}});
    world.tokens.insert(u"ghp_old"_s, {.login = u"bea"_s, .scopes = {u"repo"_s}, .expiresAt = world.now.addDays(-1)});
    world.tokens.insert(u"github_pat_bea"_s, {.login = u"bea"_s, .scopes = {}, .repositories = {u"acme/deploy"_s}});
}

void addPull(World &world, Repository &deploy)
{
    const auto main = branch(deploy, u"main"_s);
    moveBranch(world, deploy, u"slipway/image/api"_s, main);
    const auto head = commitFiles(world, deploy, u"slipway/image/api"_s, {{u"compose.yaml"_s, newer}}, u"bea"_s,
                                  u"Update api to 1.1.0"_s);
    deploy.checkRuns.insert(head, {{.id = nextId(world),
                                    .name = u"lint"_s,
                                    .startedAt = world.now,
                                    .completedAt = world.now.addSecs(9),
                                    .conclusion = CheckRun::Conclusion::Success},
                                   {.id = nextId(world), .name = u"scan"_s, .startedAt = world.now}});
    auto &pull = openPull(world, deploy,
                          {.title = u"Update api to 1.1.0"_s,
                           .body = u"Body <b>& more"_s,
                           .head = u"slipway/image/api"_s,
                           .base = u"main"_s},
                          u"bea"_s);
    pull.labels = {u"dependencies"_s};
    pull.requestedReviewers = {u"bea"_s};
}

void addDeploy(World &world)
{
    Repository deploy;
    deploy.id = 100;
    deploy.owner = u"acme"_s;
    deploy.name = u"deploy"_s;
    deploy.createdAt = world.now.addDays(-100);
    deploy.pushedAt = world.now;
    deploy.defaultBranch = u"main"_s;
    const auto who = signature(world, u"bea"_s, world.now.addDays(-2));
    const auto tree =
        git::addPaths(deploy.objects, {{u"compose.yaml"_s, {.id = git::add(deploy.objects, compose)}},
                                       {u"bin/deploy.sh"_s, {"100755", git::add(deploy.objects, "#!/bin/sh\n")}}});
    deploy.refs.insert(u"refs/heads/main"_s, git::add(deploy.objects, {tree, {}, who, who, u"Begin\n"_s}));
    deploy.permissions.insert(u"bea"_s, Repository::Permission::Write);
    deploy.protections.insert(u"main"_s, {.approvals = 1, .checks = {u"lint"_s}});
    deploy.labels.append({.id = nextId(world), .name = u"dependencies"_s, .color = u"0366d6"_s});
    commitFiles(world, deploy, u"main"_s, {{u"README.md"_s, "# deploy\n"}}, u"bea"_s, u"Say what it is"_s);
    addPull(world, deploy);
    const auto main = branch(deploy, u"main"_s);
    deploy.environments = {u"production"_s};
    deploy.deployments.append({.id = nextId(world),
                               .commit = main,
                               .ref = u"main"_s,
                               .task = u"deploy"_s,
                               .environment = u"production"_s,
                               .payload = {{u"compose"_s, u"compose.yaml"_s}},
                               .creator = u"github-actions[bot]"_s,
                               .createdAt = world.now.addSecs(-60),
                               .statuses = {{nextId(world), u"in_progress"_s, {}, world.now.addSecs(-50)},
                                            {nextId(world), u"success"_s, u"It runs"_s, world.now}}});
    deploy.releases.append({.id = nextId(world),
                            .tag = u"1.0.0"_s,
                            .notes = u"The first."_s,
                            .author = u"bea"_s,
                            .commit = main,
                            .publishedAt = world.now});
    add(world, std::move(deploy));
}

void addSecret(World &world)
{
    Repository secret;
    secret.id = 101;
    secret.owner = u"acme"_s;
    secret.name = u"secret"_s;
    secret.isPrivate = true;
    secret.createdAt = world.now;
    secret.pushedAt = world.now;
    secret.defaultBranch = u"main"_s;
    const auto who = signature(world, u"bea"_s, world.now);
    const auto tree = git::addPaths(secret.objects, {{u"a"_s, {.id = git::add(secret.objects, "a\n")}}});
    secret.refs.insert(u"refs/heads/main"_s, git::add(secret.objects, {tree, {}, who, who, u"Begin\n"_s}));
    secret.permissions.insert(u"bea"_s, Repository::Permission::Read);
    add(world, std::move(secret));
}

void addImages(World &world)
{
    auto &images = world.registries[u"ghcr.io"_s].repositories[u"acme/api"_s];
    images.id = nextId(world);
    images.source = u"acme/deploy"_s;
    for (const auto &[version, days] : {std::pair{u"1.0.0"_s, 9}, std::pair{u"1.1.0"_s, 1}})
        publish(images, world,
                {.layer = u"api "_s + version,
                 .createdAt = world.now.addDays(-days),
                 .labels = {{u"org.opencontainers.image.version"_s, version}},
                 .platforms = {*Platform::parse(u"linux/amd64")}},
                {version, u"latest"_s});
}

} // namespace

World smallWorld()
{
    World world;
    world.now = QDateTime{{2026, 11, 24}, {13, 32}, QTimeZone::UTC};
    world.lastId = 1000;
    addPeople(world);
    addDeploy(world);
    addSecret(world);
    addImages(world);
    return world;
}

Request apiRequest(const QByteArray &method, const QString &pathAndQuery, const QByteArray &body,
                   const QByteArray &token)
{
    Request request{.method = method,
                    .host = u"api.github.com"_s,
                    .base = u"https://api.github.com"_s,
                    .path = pathAndQuery.section(u'?', 0, 0),
                    .query = QUrlQuery{pathAndQuery.section(u'?', 1)},
                    .body = body};
    request.headers.append("User-Agent", "tests");
    request.headers.append("Accept", "application/vnd.github+json");
    request.headers.append("X-GitHub-Api-Version", "2026-03-10");
    if (!token.isEmpty())
        request.headers.append("Authorization", "Bearer " + token);
    return request;
}

Answer answered(GitHub &github, const Request &request)
{
    const auto answer = github.answer(request);
    record(request, answer);
    return answer;
}

} // namespace slipway::test
