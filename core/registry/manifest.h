// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/digest.h"
#include "core/image/platform.h"

#include <QDateTime>
#include <QList>
#include <QMap>

#include <optional>

namespace slipway::registry
{

/// An index or a single manifest whose bytes were fetched and hashed.
/// Source: OCI image-spec, "Image Index" and "Image Manifest"; Docker's manifest list and schema 2 likewise.
struct Manifest
{
    struct Child
    {
        Digest digest;
        std::optional<Platform> platform = {}; ///< nothing where the index names none
        bool isAttestation = false;            ///< BuildKit's unknown/unknown entries: no platform

        bool operator==(const Child &) const = default;
    };

    struct Layer
    {
        Digest digest;
        QString mediaType = {};
        QMap<QString, QString> annotations = {};

        bool operator==(const Layer &) const = default;
    };

    Digest digest; ///< of the bytes
    bool isIndex = false;
    QList<Child> children = {};        ///< of an index, in its order, attestations included
    std::optional<Digest> config = {}; ///< of a single manifest
    QList<Layer> layers = {};          ///< of a single manifest
    bool isImage = true;               ///< false for charts, signatures and other artefacts
    QMap<QString, QString> annotations = {};

    bool operator==(const Manifest &) const = default;
};

/// What an image's configuration says of it. Source: OCI image-spec, "Image Configuration".
struct ImageConfig
{
    Platform platform;
    std::optional<QDateTime> created = {}; ///< nothing where it is missing or no time
    QMap<QString, QString> labels = {};

    bool operator==(const ImageConfig &) const = default;
};

/// Errors: Protocol, naming the path of what is missing or wrong. The caller has checked the digest.
[[nodiscard]] Result<Manifest> readManifest(const QByteArray &bytes, const QByteArray &contentType,
                                            const Digest &digest);
[[nodiscard]] Result<ImageConfig> readImageConfig(const QByteArray &bytes);

} // namespace slipway::registry
