// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/exchange.h"
#include "core/simulator/world.h"

namespace slipway::simulator
{

/// Who asks, and what the token lets them.
struct Viewer
{
    enum class Kind {
        Nobody,      ///< no token: what is public
        Classic,     ///< ghp_, gho_ and whatever else: what its scopes say
        FineGrained, ///< github_pat_: what it was granted, never packages or checks
    };

    Kind kind = Kind::Nobody;
    QString login = {};
    QString token = {};
    QStringList scopes = {};       ///< of a classic token
    QStringList repositories = {}; ///< of a fine-grained one
    std::optional<QDateTime> expiresAt = {};
};

/// From the Authorization header: `Bearer T`, `token T`, or Basic with the token as password. Nothing if the token is
/// none of this world, or has ended.
[[nodiscard]] std::optional<Viewer> viewerOf(const World &world, const Request &request);

/// Whether a classic token has that scope, or one that holds it.
[[nodiscard]] bool hasScope(const Viewer &viewer, const QString &scope);

/// Others are told that there is no such repository.
[[nodiscard]] bool maySee(const Viewer &viewer, const Repository &repository);
[[nodiscard]] bool mayWrite(const Viewer &viewer, const Repository &repository);
/// Files in .github/workflows ask for a scope of their own.
[[nodiscard]] bool mayWriteWorkflows(const Viewer &viewer);

/// How somebody stands to a repository: "OWNER", "MEMBER", "COLLABORATOR", "NONE".
[[nodiscard]] QString associationOf(const World &world, const Repository &repository, const QString &login);

} // namespace slipway::simulator
