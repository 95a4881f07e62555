// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/compose/lookup.h"
#include "core/compose/projects.h"
#include "core/compose/source.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QStringList>

#include <memory>
#include <vector>

namespace slipway::compose
{

using EnvironmentPointer = std::shared_ptr<const Environment>;

/// The body of one service in one document; later layers are laid over earlier ones.
struct Layer
{
    SourcePointer file;
    QByteArray name; ///< of the service in this file
    Found body;
    EnvironmentPointer environment;
};

/// A document of a file that belongs to a project by more than `extends`.
struct LoadedDocument
{
    SourcePointer file;
    yaml::NodeId root;
    EnvironmentPointer environment;
};

/// A project's files, read and put in their order: what Compose would merge, before it is merged.
struct Project
{
    QStringList files; ///< names of the compose and `.env` files read, in load order
    QList<LoadedDocument> documents;
    QMap<QByteArray, QList<Layer>> services;  ///< by name
    QHash<QByteArray, QList<Place>> mentions; ///< by variable: the scalars that use it
    QList<VariablePointer> composed;          ///< variables whose values may use others
    QList<Problem> problems;

    [[nodiscard]] bool isBroken() const; ///< has an error: the project is neither listed, judged nor written
};

/// Remembers files that were read, so that a file of several projects is read once.
using SourceCache = QHash<QString, std::weak_ptr<const SourceFile>>;

/// Reads a project as Compose does: for each file in order, each document: `include`, `extends`, then the services.
/// Problems name their file, line and column; what lies outside of the work tree is not quoted.
[[nodiscard]] Project loadProject(const Reader &reader, const ProjectFiles &files, SourceCache &cache);

} // namespace slipway::compose
