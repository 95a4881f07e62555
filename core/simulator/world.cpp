// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/world.h"

#include <algorithm>

namespace slipway::simulator
{

using namespace Qt::StringLiterals;

namespace
{

QString repositoryKey(const QString &owner, const QString &name)
{
    return (owner + u'/' + name).toLower();
}

} // namespace

QString digestOf(const ImageRepository &repository, const QString &tag)
{
    const auto found = std::ranges::find(repository.tags, tag, &Tag::name);
    return found == repository.tags.end() ? QString{} : found->digest;
}

QString fullName(const Repository &repository)
{
    return repository.owner + u'/' + repository.name;
}

ObjectId branch(const Repository &repository, const QString &name)
{
    return repository.refs.value(u"refs/heads/"_s + name);
}

qint64 nextId(World &world)
{
    return ++world.lastId;
}

void add(World &world, const Account &account)
{
    const auto key = account.login.toLower();
    world.accounts.insert(key, account);
}

Repository &add(World &world, const Repository &repository)
{
    const auto key = repositoryKey(repository.owner, repository.name);
    return *world.repositories.insert(key, repository);
}

const Account *account(const World &world, const QString &login)
{
    const auto found = world.accounts.constFind(login.toLower());
    return found == world.accounts.cend() ? nullptr : &*found;
}

const Repository *repository(const World &world, const QString &owner, const QString &name)
{
    const auto found = world.repositories.constFind(repositoryKey(owner, name));
    return found == world.repositories.cend() ? nullptr : &*found;
}

Repository *repository(World &world, const QString &owner, const QString &name)
{
    const auto found = world.repositories.find(repositoryKey(owner, name));
    return found == world.repositories.end() ? nullptr : &*found;
}

const ImageRepository *images(const World &world, const QString &registry, const QString &path)
{
    const auto host = world.registries.constFind(registry);
    if (host == world.registries.cend())
        return nullptr;
    const auto found = host->repositories.constFind(path);
    return found == host->repositories.cend() ? nullptr : &*found;
}

QMap<QString, Repository::Permission> writers(const World &world)
{
    QMap<QString, Repository::Permission> all;
    for (const auto &account : world.accounts) {
        if (account.kind != Account::Kind::Organization)
            all.insert(account.login, Repository::Permission::Write);
    }
    return all;
}

git::Signature signature(const World &world, const QString &login, const QDateTime &at)
{
    const auto *who = account(world, login);
    if (!who)
        return {login, login + "@users.noreply.github.com"_L1, at};
    return {who->name, u"%1+%2@users.noreply.github.com"_s.arg(who->id).arg(who->login), at};
}

git::Signature githubSignature(const QDateTime &at)
{
    return {u"GitHub"_s, u"noreply@github.com"_s, at};
}

void moveBranch(World &world, Repository &repository, const QString &branch, const ObjectId &commit)
{
    const QString ref = u"refs/heads/"_s + branch;
    repository.pushedAt = world.now;
    if (commit.isEmpty()) {
        repository.refs.remove(ref);
        return;
    }
    repository.refs.insert(ref, commit);
    for (auto &pull : repository.pulls) {
        if (!pull.isOpen() || pull.head != branch || pull.headCommit == commit)
            continue;
        pull.headCommit = commit;
        pull.baseCommit = simulator::branch(repository, pull.base);
        pull.updatedAt = world.now;
    }
}

ObjectId commitFiles(World &world, Repository &repository, const QString &branch,
                     const QMap<QString, QByteArray> &files, const QString &login, const QString &message)
{
    const auto parent = simulator::branch(repository, branch);
    auto tree = repository.objects.commits.value(parent).tree;
    for (const auto &[path, contents] : files.asKeyValueRange())
        tree = git::withFile(repository.objects, tree, path, contents);
    const auto who = signature(world, login, world.now);
    const auto parents = parent.isEmpty() ? QList<ObjectId>{} : QList<ObjectId>{parent};
    const auto commit = git::add(repository.objects, {tree, parents, who, who, message + u'\n'});
    moveBranch(world, repository, branch, commit);
    return commit;
}

} // namespace slipway::simulator
