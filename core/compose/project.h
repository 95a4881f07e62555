// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/compose/lookup.h"
#include "core/compose/mentions.h"
#include "core/compose/projects.h"
#include "core/compose/source.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace slipway::compose
{

/// Where nodes come from: their file, and the variables that count there.
struct Origin
{
    SourcePointer file;
    EnvironmentPointer environment;
};

/// The body of one service in one document; later layers are laid over earlier ones.
struct Layer
{
    Origin origin;
    Found body = {};                     ///< noNode: it only removes
    yaml::NodeId removes = yaml::noNode; ///< a `!reset` or `!override`, which removes all earlier layers
    QList<Layer> bases = {};             ///< what it extends: laid over each other, then under the body
};

/// A document of a file that belongs to a project by more than `extends`.
struct LoadedDocument
{
    Origin origin;
    yaml::NodeId root; ///< a mapping
};

/// A project's files, read and put in their order: what Compose would merge, before it is merged.
struct Project
{
    QString name = {};                       ///< that of its first file
    QStringList files;                       ///< names of the compose and `.env` files read, in load order
    QList<LoadedDocument> documents;         ///< in the order in which they are merged
    QMap<QByteArray, QList<Layer>> services; ///< by name
    QList<Mention> mentions;                 ///< where its variables are used
    QList<Problem> problems;

    [[nodiscard]] bool isBroken() const; ///< has an error: the project is neither listed, judged nor written
};

/// Reads a project as Compose does: for each file in order, each document: `include`, `extends`, then the services.
/// Problems name their file, line and column; what lies outside of the work tree is not quoted.
[[nodiscard]] Project loadProject(const Reader &reader, const ProjectFiles &files, SourceCache &cache);

} // namespace slipway::compose
