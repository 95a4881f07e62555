// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/objectid.h"
#include "core/ids/repositoryid.h"

namespace slipway::github
{

/// A commit on its way to an environment.
struct Deployment
{
    enum class State {
        Pending, ///< also queued, waiting for a person, or without any status yet
        InProgress,
        Succeeded,
        Failed,   ///< also an error of the one who deploys
        Inactive, ///< another one has taken its place
        Other     ///< a word that this program does not know
    };

    struct Status
    {
        State state = State::Pending;
        QString description = {}; ///< one line of its own words; may be empty
        QDateTime at;
        QUrl log = {}; ///< https, or empty

        bool operator==(const Status &) const = default;
    };

    QString id; ///< that of GraphQL: its numbers have 32 bits, which are too few
    QString environment;
    QString ref = {}; ///< what was asked for: "main"; empty where that is gone
    ObjectId commit;
    QString task = {};    ///< "deploy"
    QString payload = {}; ///< JSON of whoever deploys, not judged
    QString description = {};
    QString creator = {}; ///< login
    QDateTime createdAt;
    QList<Status> statuses = {}; ///< newest first, at most ten

    /// What it has come to.
    [[nodiscard]] State state() const;
    /// When it succeeded, if it did, whatever came after; nothing otherwise.
    [[nodiscard]] std::optional<QDateTime> succeededAt() const;

    bool operator==(const Deployment &) const = default;
};

/// The newest deployments to all environments, newest first, at most 100. Errors: NotFound, Forbidden (without the
/// scope `repo_deployment`), those of Api. GraphQL: `Repository.deployments`.
[[nodiscard]] QCoro::Task<Result<QList<Deployment>>> listDeployments(Api api, RepositoryId repository,
                                                                     std::stop_token stop);

} // namespace slipway::github
