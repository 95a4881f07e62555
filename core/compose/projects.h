// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/compose/environment.h"
#include "core/compose/reader.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace slipway::compose
{

/// The files that make up one project, in the order in which they are laid over each other.
struct ProjectFiles
{
    QStringList paths; ///< absolute

    bool operator==(const ProjectFiles &) const = default;
};

struct Projects
{
    QList<ProjectFiles> projects;
    QList<Problem> problems; ///< `file-missing`, `several-base-files`, and what is wrong with `.env`
};

/// What is a project (the contract's section 1): FILE arguments; else `listed`, the `compose:` of slipway.yml, relative
/// to `listedIn`; else COMPOSE_FILE of `.env`; else the base file of the folder with its override.
[[nodiscard]] Projects findProjects(const Reader &reader, const QStringList &arguments, const QStringList &listed,
                                    const QString &listedIn);

/// The `.env` of a folder; empty if there is none.
[[nodiscard]] std::expected<std::optional<Environment>, Problem> readFolderEnvironment(const Reader &reader,
                                                                                       const QString &folder);

/// How a path is named in messages and in the document: relative to the current folder, with `/`.
[[nodiscard]] QString nameOf(const Reader &reader, const QString &path);

/// An absolute, clean path; relative ones start at `folder`.
[[nodiscard]] QString pathIn(const QString &folder, const QString &path);

} // namespace slipway::compose
