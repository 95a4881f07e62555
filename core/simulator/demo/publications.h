// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/build.h"

namespace slipway::simulator::demo
{

/// A version of an image, as its repository published it; of a repository without versions, a push of main.
struct Publication
{
    QString version; ///< "1.5.0"; of a push its age at the start: "-3d"
    QDateTime at;
};

/// One of the six services of the organisation: source repository and image have the same name.
struct Service
{
    QString name;
    bool hasVersions;
    QList<Publication> releases; ///< oldest first
    QStringList withoutArm;      ///< versions that are there for linux/amd64 alone
};

[[nodiscard]] QList<Service> services(const QDateTime &start);

/// The commits of a version, newest first; empty where the story does not name them.
[[nodiscard]] QList<Step> steps(const QString &service, const QString &version);

/// An image of docker.io.
struct Upstream
{
    QString path;
    bool hasAlpine;              ///< each version also as VERSION-alpine
    QList<Publication> releases; ///< oldest first
};

[[nodiscard]] QList<Upstream> upstreams(const QDateTime &start);

} // namespace slipway::simulator::demo
