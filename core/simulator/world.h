// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/event.h"
#include "core/simulator/registry.h"
#include "core/simulator/repository.h"

namespace slipway::simulator
{

/// A person, a machine account, or an organisation.
struct Account
{
    enum class Kind { User, Bot, Organization };

    qint64 id;
    QString login;
    QString name;
    Kind kind = Kind::User;
    QMap<QString, bool> members = {}; ///< of an organisation: login -> whether an owner
};

struct Token
{
    QString login;
    QStringList scopes; ///< of a classic token
    std::optional<QDateTime> expiresAt = {};
    QStringList repositories = {}; ///< what a fine-grained token was granted: "owner/name"
};

/// What somebody has used of an hour's budget.
struct RateUse
{
    int used = 0;
    QDateTime resetsAt;
};

/// All that GitHub and the registries would now hold, as one plain value, with the time that it is. A copy is another
/// world. Names of accounts and repositories are looked up as GitHub does, without regard to capitals.
struct World
{
    QDateTime now; ///< UTC

    QMap<QString, Account> accounts;        ///< by login in lower case
    QMap<QString, Token> tokens;            ///< by the token itself
    QMap<QString, Repository> repositories; ///< by "owner/name" in lower case
    QMap<QString, Registry> registries;     ///< by host: "ghcr.io"

    int rateLimit = 5000;
    QMap<std::pair<QString, QString>, RateUse> rateUses; ///< by login (empty: nobody) and resource

    qint64 lastId = 0;

    std::optional<Life> life = {}; ///< nothing: it stands still
};

/// A number that nothing else in this world has.
[[nodiscard]] qint64 nextId(World &world);

void add(World &world, const Account &account);
Repository &add(World &world, const Repository &repository);

[[nodiscard]] const Account *account(const World &world, const QString &login);
[[nodiscard]] const Repository *repository(const World &world, const QString &owner, const QString &name);
[[nodiscard]] Repository *repository(World &world, const QString &owner, const QString &name);
[[nodiscard]] const ImageRepository *images(const World &world, const QString &registry, const QString &path);

/// Who a commit is by: `Name <id+login@users.noreply.github.com>`.
[[nodiscard]] git::Signature signature(const World &world, const QString &login, const QDateTime &at);
/// GitHub itself, which commits what it merges.
[[nodiscard]] git::Signature githubSignature(const QDateTime &at);

/// All people and machines, as those who may write.
[[nodiscard]] QMap<QString, Repository::Permission> writers(const World &world);

/// Moves, makes or (empty commit) removes a branch now; open pull requests from it follow.
void moveBranch(World &world, Repository &repository, const QString &branch, const ObjectId &commit);

/// Commits changed files on a branch: path -> contents. The new commit is its head, the first one if there is no such
/// branch.
ObjectId commitFiles(World &world, Repository &repository, const QString &branch,
                     const QMap<QString, QByteArray> &files, const QString &login, const QString &message);

} // namespace slipway::simulator
