// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace slipway::workspace
{

/// A deployment with its newest status. Source: GitHub, "Deployments".
struct Deployment
{
    enum class State { Succeeded, Failed, Running, Other };

    QString environment;
    QString commit;
    QStringList projects = {}; ///< that it brings, by their first file; empty: all
    State state = State::Other;
    QString description = {}; ///< of its newest status
    QDateTime at = {};        ///< of its newest status

    bool operator==(const Deployment &) const = default;
};

/// What a commit says is the image of each row.
using Images = QMap<RowKey, ImageReference>;

/// The commits whose images decide what runs and what failed: of the newest successful deployment to production, and of
/// the newest one to each environment since then, where it did not succeed. `deployments` newest first.
[[nodiscard]] QStringList decidingCommits(const QList<Deployment> &deployments);

/// Says in the rows what runs (as production says, else as the branch) and what failed to be deployed. Returns the rows
/// that are being deployed now. A commit that is missing in `imagesAt` says nothing.
QSet<RowKey> addDeployments(QList<Row> &rows, const QList<Deployment> &deployments,
                            const QHash<QString, Images> &imagesAt);

} // namespace slipway::workspace
