// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/reference.h"
#include "core/registry/client.h"

#include <QCoroTask>
#include <QDateTime>

#include <optional>
#include <stop_token>

namespace slipway::updates
{

/// What one image is: its manifest, and the configuration of the platform that matters.
struct ImageFacts
{
    registry::Manifest manifest;
    QList<Platform> platforms;                   ///< without attestations
    std::optional<registry::ImageConfig> config; ///< nothing for an artefact that is no image, and where that is gone
    QMap<QString, QString> childAnnotations;     ///< of the platform's manifest
    bool isBroken = false; ///< the platform's manifest or configuration is gone: nobody can pull it, and it is left out

    /// When it was built; nothing if it does not tell, or tells a time before 2000.
    [[nodiscard]] std::optional<QDateTime> created() const;

    /// A label: of the configuration, else of the index, else of the manifest; `org.label-schema.*` for what it stands
    /// for. Empty if there is none.
    [[nodiscard]] QString label(const QString &name) const;
};

/// Fetches an image's index, one manifest and one configuration. The platform is the first of `preferred` that is
/// there, else linux/amd64, else the first. Errors: as registry::Client; NotFound is about the image itself.
[[nodiscard]] QCoro::Task<Result<ImageFacts>> imageFacts(registry::Client *client, ImageRepository repository,
                                                         QString tagOrDigest, QList<Platform> preferred,
                                                         std::stop_token stop);

/// The digest of one platform in an image: of its manifest in an index, or of the image itself. Nothing if it lacks it.
[[nodiscard]] std::optional<Digest> digestFor(const registry::Manifest &manifest, const Platform &platform);

} // namespace slipway::updates
