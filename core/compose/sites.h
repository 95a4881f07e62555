// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/imageuse.h"
#include "core/compose/interpolate.h"
#include "core/compose/project.h"

#include <QHash>
#include <QList>

#include <optional>

namespace slipway::compose
{

/// What else a service says about the image that it takes.
struct ServiceFacts
{
    QString name;
    std::optional<QString> platform; ///< as written, variables replaced
    QString build;                   ///< the build's context if the image names what is built here; else empty
    QString pullPolicy;              ///< empty if none is written

    bool operator==(const ServiceFacts &) const = default;
};

/// An image reference in its file, with all that is needed to judge and to edit it.
struct Site
{
    ImageUse use;
    Place place; ///< the scalar
    EnvironmentPointer environment;
    Effective effective = {};          ///< without the prefix of a build context
    QList<ServiceFacts> services = {}; ///< those for which this text counts
    QString replacedBy = {};           ///< "compose.override.yaml line 3", if another text won somewhere
    bool elsewhere = false;       ///< outside of the work tree

    [[nodiscard]] bool isShadowed() const { return use.services.isEmpty() && !replacedBy.isEmpty(); }
};

/// Gathers the references of projects, each scalar once.
class SiteCollection
{
public:
    /// Adds those of a project that is not broken.
    void add(const Project &project);

    /// All sites in load order of their files (`files` of the projects, in order), line and column.
    [[nodiscard]] QList<Site> sorted() const;

    /// Lets go of the files' trees; sites can then be listed, but not edited.
    void dropSources();

private:
    friend class ProjectSites;

    using Key = std::pair<QString, yaml::NodeId>; ///< path of the file, scalar
    QHash<Key, qsizetype> m_index;
    QList<Site> m_sites;
    QList<qsizetype> m_touched;            ///< sites whose effective text is not known yet
    QHash<QString, qsizetype> m_fileOrder; ///< by name
};

} // namespace slipway::compose
