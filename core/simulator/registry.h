// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace slipway::simulator
{

/// A manifest or an index, as it was pushed. On ghcr.io each is a version of the package as well.
struct Manifest
{
    qint64 id; ///< of the package version
    QString mediaType;
    QByteArray bytes;
    QDateTime publishedAt;
    QDateTime updatedAt; ///< also when a tag came or went
};

struct Tag
{
    QString name;
    QString digest;
};

/// One repository of a registry; on ghcr.io also a package.
struct ImageRepository
{
    qint64 id = 0;       ///< of the package
    QString source = {}; ///< "owner/name" of the repository it is linked to on GitHub; empty if there is none
    bool isPrivate = false;
    QList<Tag> tags = {};                       ///< in the order in which they first appeared
    QMap<QString, Manifest> manifests = {};     ///< by digest
    QHash<QString, QByteArray> blobs = {};      ///< by digest
    std::optional<QDateTime> refusesUntil = {}; ///< 429 to everything until then
};

/// A registry as images name it: "ghcr.io", "docker.io".
struct Registry
{
    QMap<QString, ImageRepository> repositories; ///< by path: "pitchconnect/team-logo-combiner"
};

/// The digest that the tag points to; empty if there is no such tag.
[[nodiscard]] QString digestOf(const ImageRepository &repository, const QString &tag);

} // namespace slipway::simulator
