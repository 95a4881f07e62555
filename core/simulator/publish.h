// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/platform.h"
#include "core/simulator/world.h"

namespace slipway::simulator
{

/// An image as a build pushes it: an index with one manifest for each platform.
struct Image
{
    QString layer; ///< its one layer is a line of this and the platform: "team-logo-combiner 1.1.8"
    QDateTime createdAt;
    QMap<QString, QString> labels;
    QList<Platform> platforms;
    /// A claim of where it was built stands beside it, for this subject ("ghcr.io/pitchconnect/team-logo-combiner") and
    /// built from `source` ("https://github.com/PitchConnect/team-logo-combiner"). Neither: no claim.
    QString subject = {};
    QString source = {};
};

/// Pushes the image, and points the tags to it. The digest of its index.
/// Source: OCI image-spec; BuildKit, "Image attestation storage"; SLSA provenance v1.
QString publish(ImageRepository &repository, World &world, const Image &image, const QStringList &tags);

/// Puts a manifest there that is not made from an image; `at` is when. Its digest.
QString pushManifest(ImageRepository &repository, World &world, const QString &mediaType, const QByteArray &bytes,
                     const QDateTime &at);
/// Puts a blob there. Its digest.
QString pushBlob(ImageRepository &repository, const QByteArray &bytes);
/// Points a tag to a manifest; one that is there already keeps its place in the list.
void moveTag(ImageRepository &repository, const QString &tag, const QString &digest, const QDateTime &at);

/// The labels of an image: those of its first platform.
[[nodiscard]] QMap<QString, QString> labelsOf(const ImageRepository &repository, const QString &digest);

/// As JSON is stored in a registry here: compact, keys sorted, no newline at the end.
[[nodiscard]] QByteArray compact(const QJsonObject &object);
/// 2026-11-24T13:32:00Z.
[[nodiscard]] QString timeText(const QDateTime &at);

inline constexpr auto indexType = "application/vnd.oci.image.index.v1+json";
inline constexpr auto manifestType = "application/vnd.oci.image.manifest.v1+json";

} // namespace slipway::simulator
