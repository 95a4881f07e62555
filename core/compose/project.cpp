// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/project.h"

#include "core/compose/loader.h"

#include <algorithm>

namespace slipway::compose
{

bool Project::isBroken() const
{
    return std::ranges::any_of(problems,
                               [](const Problem &problem) { return problem.severity == Problem::Severity::Error; });
}

Project loadProject(const Reader &reader, const ProjectFiles &files, SourceCache &cache)
{
    return Loader(reader, cache).load(files.paths);
}

} // namespace slipway::compose
