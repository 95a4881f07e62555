// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/github/host.h"
#include "core/http/settings.h"
#include "core/ids/branchname.h"
#include "core/ids/repositoryid.h"

#include <QProcessEnvironment>

#include <memory>
#include <optional>

namespace slipway::workspace
{

/// Which deployment repository a workspace is about, and as whom it is asked.
struct Connection
{
    github::Host host;
    RepositoryId repository;
    std::optional<BranchName> branch = {};    ///< nothing: the default branch
    std::shared_ptr<const Secret> token = {}; ///< also for ghcr.io; null: nobody in particular
    http::Settings network = {};              ///< its endpoints are set by the demo and by tests, in code
    QProcessEnvironment environment = {};     ///< where Docker's logins at other registries are; empty: there are none
    bool isDemo = false;
};

/// What a workspace is called in the store: "github.com/owner/name", with "@branch" if it is not the default one.
[[nodiscard]] QString idOf(const Connection &connection);

/// What is remembered of a connection from one start to the next: never the token. And what it is made of again:
/// nothing if the bytes are not of this program.
[[nodiscard]] QByteArray rememberedOf(const Connection &connection);
[[nodiscard]] std::optional<Connection> connectionFrom(const QByteArray &remembered);

} // namespace slipway::workspace
