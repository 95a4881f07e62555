// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/effectiveservice.h"
#include "core/compose/imageuse.h"
#include "core/compose/interpolate.h"
#include "core/compose/project.h"

#include <QHash>
#include <QList>

#include <vector>

namespace slipway::compose
{

/// An image reference in its file, with all that is needed to judge and to edit it.
struct Site
{
    ImageUse use;
    Place place; ///< the scalar
    EnvironmentPointer environment;
    Effective effective = {};          ///< without the prefix of a build context
    QList<ServiceFacts> services = {}; ///< those for which this text counts
    QList<ProjectService> owners = {}; ///< whose own image this text says
    QString replacedBy = {};           ///< "compose.override.yaml line 3", if another text won somewhere
    bool elsewhere = false;            ///< it, or a variable's value in it, stands outside of the work tree
    bool ambiguous = false;            ///< projects with other `.env` files read something else from it

    [[nodiscard]] bool isShadowed() const { return use.services.isEmpty() && !replacedBy.isEmpty(); }
};

/// Gathers the references of projects, each scalar once.
class SiteCollection
{
public:
    /// Adds those of a project; none of a broken one.
    void add(const Project &project);

    /// All sites in load order of their files (`files` of the projects, in order), line and column.
    [[nodiscard]] QList<Site> sorted() &&;

    /// Lets go of the files' trees; the sites so far can then be listed, but not edited.
    void dropSources();

private:
    void addImage(const Contest &texts, Kind kind, const QStringList &services, const ServiceFacts *facts);
    void addFragments(const LoadedDocument &document);
    Site &siteAt(const Spot &spot, Kind kind);
    void count(Site &site, const Spot &spot);
    void addPointers();

    using Key = std::pair<QString, yaml::NodeId>; ///< path of the file, scalar
    QHash<Key, size_t> m_index;
    std::vector<Site> m_sites;
    size_t m_pointed = 0;            ///< sites before this one have their JSON Pointer
    size_t m_dropped = 0;            ///< sites before this one have no sources any more
    QHash<QString, int> m_fileOrder; ///< by name
};

} // namespace slipway::compose
