// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/compose/reader.h"

#include <QList>
#include <QStringList>

namespace slipway::compose
{

/// The files that make up one project, in the order in which they are laid over each other.
struct ProjectFiles
{
    QStringList paths; ///< absolute, at least one

    bool operator==(const ProjectFiles &) const = default;
};

struct Projects
{
    QList<ProjectFiles> projects;
    QList<Problem> problems; ///< `file-missing`, `several-base-files`, and what is wrong with `.env`
};

/// What a problem says where a folder was looked at and has none of the base files.
[[nodiscard]] QString withoutBaseFile();

/// What is a project (the contract's section 1): FILE arguments; else `listed`, the `compose:` of slipway.yml, relative
/// to `listedIn`; else COMPOSE_FILE of `.env`; else the base file of the folder with its override.
[[nodiscard]] Projects findProjects(const Reader &reader, const QStringList &arguments, const QStringList &listed,
                                    const QString &listedIn);

} // namespace slipway::compose
