// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/github/token.h"
#include "core/workspace/connection.h"

#include <QCoroTask>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace slipway::workspace
{

/// Where a person signs in, and with what. The token lives in memory alone.
struct Login
{
    QString host = QStringLiteral("github.com");
    std::shared_ptr<const Secret> token = {};
};

/// Who a token belongs to, and what it may do.
struct SignedIn
{
    QString person;
    QStringList scopes = {};       ///< empty where they cannot be listed
    QStringList missing = {};      ///< what does not work with it, as sentences
    QStringList repositories = {}; ///< "owner/name", last pushed first

    bool operator==(const SignedIn &) const = default;
};

struct Branches
{
    QStringList names = {};
    QString defaultName = {};

    bool operator==(const Branches &) const = default;
};

/// The workspace that a person chose.
struct Choice
{
    Login login;
    QString repository; ///< "owner/name"
    QString branch;
};

/// What the page Connect asks for.
struct ConnectActions
{
    std::function<QCoro::Task<Result<SignedIn>>(Login login, std::stop_token stop)> signIn;
    std::function<QCoro::Task<Result<Branches>>(Login login, QString repository, std::stop_token stop)> branches;
};

/// Actions that ask GitHub. The clock must outlive them and their tasks.
[[nodiscard]] ConnectActions connectActions(const http::Settings &network, Clock &clock);

/// The connection that a person chose. `environment` tells where Docker's logins at other registries are. Errors:
/// InvalidInput, for what cannot be a host, a repository or a branch.
[[nodiscard]] Result<Connection> connectionOf(const Choice &choice, const http::Settings &network,
                                              const QProcessEnvironment &environment);

/// What a token with those scopes lacks, as sentences; nothing listed for one whose scopes nobody lists.
[[nodiscard]] QStringList missingRights(const std::optional<QStringList> &scopes, github::TokenKind kind);

} // namespace slipway::workspace
