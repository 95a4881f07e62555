// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/project.h"
#include "core/compose/sites.h"

#include <QList>

#include <optional>

namespace slipway::compose
{

/// One of the texts that a key could have.
struct Contender
{
    Place place;
    QByteArray pointer = {}; ///< JSON Pointer, where it is known without a search
    bool aliased = false;
    EnvironmentPointer environment = {};
};

/// The text that counts, and those that it replaces.
struct EffectiveText
{
    QStringList services; ///< for which it counts
    std::optional<Contender> winner = {};
    QList<Contender> replaced = {};
    std::optional<Place> by = {}; ///< what replaced them: the winner, or a `!reset`
};

/// A service after merge keys, `extends`, `include` and overrides, as far as images go.
struct EffectiveService
{
    ServiceFacts facts;
    EffectiveText image;
    QList<EffectiveText> hooks;    ///< pre_start[].image
    QList<EffectiveText> mounts;   ///< volumes[].source with `type: image`
    QList<EffectiveText> contexts; ///< build.additional_contexts with docker-image://
};

/// Merges the layers of a service. `services` are the project's names: a mount of one of them is no image reference.
/// Source: compose-spec, "Merge"; sequences are appended, volumes with the same target replaced.
[[nodiscard]] EffectiveService effectiveService(const QByteArray &name, const QList<Layer> &layers,
                                                const QList<QByteArray> &services);

/// `models.*.model`, with the services that use each.
[[nodiscard]] QList<EffectiveText> effectiveModels(const Project &project);

} // namespace slipway::compose
