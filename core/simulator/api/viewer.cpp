// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/viewer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

QString tokenOf(const Request &request)
{
    const auto text = QString::fromLatin1(request.headers.value(QHttpHeaders::WellKnownHeader::Authorization));
    const auto scheme = text.section(u' ', 0, 0).toLower();
    const auto value = text.section(u' ', 1).trimmed();
    if (scheme == "basic"_L1)
        return QString::fromUtf8(QByteArray::fromBase64(value.toLatin1())).section(u':', 1);
    return scheme == "bearer"_L1 || scheme == "token"_L1 ? value : text;
}

/// The scopes that a scope holds. Source: GitHub, "Scopes for OAuth apps".
QStringList held(const QString &scope)
{
    static const QHash<QString, QStringList> holds{
        {u"repo"_s, {u"public_repo"_s, u"repo:status"_s, u"repo_deployment"_s, u"repo:invite"_s}},
        {u"admin:org"_s, {u"write:org"_s, u"read:org"_s}},
        {u"write:org"_s, {u"read:org"_s}},
        {u"admin:repo_hook"_s, {u"write:repo_hook"_s, u"read:repo_hook"_s}},
        {u"write:packages"_s, {u"read:packages"_s}},
        {u"user"_s, {u"read:user"_s, u"user:email"_s}},
    };
    return holds.value(scope);
}

std::optional<Repository::Permission> permissionOf(const Viewer &viewer, const Repository &repository)
{
    if (viewer.login.compare(repository.owner, Qt::CaseInsensitive) == 0)
        return Repository::Permission::Admin;
    const auto found = repository.permissions.find(viewer.login);
    return found == repository.permissions.end() ? std::nullopt : std::optional{*found};
}

/// Whether the token, whoever it is of, reaches that repository with more than what anybody sees.
bool reaches(const Viewer &viewer, const Repository &repository)
{
    switch (viewer.kind) {
    case Viewer::Kind::Nobody: return false;
    case Viewer::Kind::FineGrained: return viewer.repositories.contains(fullName(repository), Qt::CaseInsensitive);
    case Viewer::Kind::Classic: break;
    }
    return hasScope(viewer, repository.isPrivate ? u"repo"_s : u"public_repo"_s);
}

} // namespace

std::optional<Viewer> viewerOf(const World &world, const Request &request)
{
    if (!request.headers.contains(QHttpHeaders::WellKnownHeader::Authorization))
        return Viewer{};
    const auto text = tokenOf(request);
    const auto found = world.tokens.find(text);
    if (found == world.tokens.end() || (found->expiresAt && *found->expiresAt <= world.now))
        return {};
    const bool isFineGrained = text.startsWith("github_pat_"_L1);
    return Viewer{.kind = isFineGrained ? Viewer::Kind::FineGrained : Viewer::Kind::Classic,
                  .login = found->login,
                  .token = text,
                  .scopes = found->scopes,
                  .repositories = found->repositories,
                  .expiresAt = found->expiresAt};
}

bool hasScope(const Viewer &viewer, const QString &scope)
{
    return viewer.kind == Viewer::Kind::Classic && std::ranges::any_of(viewer.scopes, [&](const QString &one) {
               return one == scope || held(one).contains(scope);
           });
}

bool maySee(const Viewer &viewer, const Repository &repository)
{
    return !repository.isPrivate || (reaches(viewer, repository) && permissionOf(viewer, repository));
}

bool mayWrite(const Viewer &viewer, const Repository &repository)
{
    const auto permission = permissionOf(viewer, repository);
    return reaches(viewer, repository) && permission && *permission != Repository::Permission::Read;
}

bool mayWriteWorkflows(const Viewer &viewer)
{
    return viewer.kind == Viewer::Kind::FineGrained || hasScope(viewer, u"workflow"_s);
}

QString associationOf(const World &world, const Repository &repository, const QString &login)
{
    if (repository.owner.compare(login, Qt::CaseInsensitive) == 0)
        return u"OWNER"_s;
    const auto *owner = account(world, repository.owner);
    if (owner && owner->members.contains(login))
        return u"MEMBER"_s;
    return repository.permissions.contains(login) ? u"COLLABORATOR"_s : u"NONE"_s;
}

} // namespace slipway::simulator
