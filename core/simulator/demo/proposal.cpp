// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/proposal.h"

#include "core/simulator/demo/pulltext.h"
#include "core/simulator/demo/service.h"
#include "core/simulator/pulls.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

/// The update as its pull request tells it, and the tree that it makes.
struct Proposal
{
    Update update;
    ObjectId tree;
};

Proposal proposal(Repository &repository, const QString &service, const QString &reference)
{
    Proposal made;
    made.update = {.service = service, .from = {}, .to = reference, .base = branch(repository, u"main"_s), .files = 0};
    made.tree = repository.objects.commits.value(made.update.base).tree;
    const auto places = deployed(service).places;
    for (const auto &place : places) {
        const auto text = git::fileAt(repository.objects, made.update.base, place.file);
        if (!text)
            continue;
        if (made.update.from.isEmpty())
            made.update.from = QString::fromUtf8(referenceAt(*text, place));
        const auto changed = withReference(*text, place, reference.toUtf8());
        made.tree = git::withFile(repository.objects, made.tree, place.file, changed);
        ++made.update.files;
    }
    return made;
}

ObjectId commitProposal(World &world, Repository &repository, const Proposal &made, const QString &login)
{
    const auto who = signature(world, login, world.now);
    return git::add(repository.objects,
                    {made.tree, {made.update.base}, who, who, pullTitle(world, made.update) + u'\n'});
}

} // namespace

Repository &deploymentRepository(World &world)
{
    return *repository(world, QString::fromLatin1(organization), u"fogis-deployment"_s);
}

QString updateBranch(const QString &service)
{
    return u"slipway/image/"_s + service;
}

PullRequest &proposeUpdate(World &world, const QString &service, const QString &reference, const QString &login)
{
    auto &repository = deploymentRepository(world);
    const auto made = proposal(repository, service, reference);
    moveBranch(world, repository, updateBranch(service), commitProposal(world, repository, made, login));
    const NewPull wanted{
        .title = pullTitle(world, made.update),
        .body = pullBody(world, made.update),
        .head = updateBranch(service),
        .base = u"main"_s,
    };
    auto &pull = openPull(world, repository, wanted, login);
    pull.labels = {u"dependencies"_s, u"docker"_s};
    return pull;
}

void renewUpdate(World &world, PullRequest &pull, const QString &service, const QString &reference)
{
    auto &repository = deploymentRepository(world);
    const auto made = proposal(repository, service, reference);
    pull.title = pullTitle(world, made.update);
    pull.body = pullBody(world, made.update);
    moveBranch(world, repository, pull.head, commitProposal(world, repository, made, pull.author));
}

} // namespace slipway::simulator::demo
