// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/contest.h"
#include "core/compose/imageuse.h"

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

/// A place in the merged project that takes an image.
struct ImageKey
{
    Kind kind;
    Contest texts;
};

/// A service after merge keys, `extends`, `include` and overrides, as far as images go.
struct EffectiveService
{
    ServiceFacts facts;
    QList<ImageKey> images;
};

/// Merges the layers of a service of that project. Source: compose-go, override: one value replaces another, lists are
/// appended; a volume replaces one with the same target, a build context one with the same name. A mount of what a
/// service of the project builds is no image reference.
[[nodiscard]] EffectiveService effectiveService(const Project &project, const QByteArray &name);

/// `models.*.model`, with the services that use each.
struct EffectiveModel
{
    Contest texts;
    QStringList services;
};
[[nodiscard]] QList<EffectiveModel> effectiveModels(const Project &project);

} // namespace slipway::compose
