// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/platform.h"
#include "core/simulator/world.h"

namespace slipway::simulator
{

/// A commit of a source repository, told by what it says and who made it.
struct Step
{
    QString message;
    QString login;
};

/// A version of a service as its own workflow builds it: its commits on main, its image, its release. Repository and
/// image have the same name.
struct Build
{
    QString owner;        ///< as GitHub writes it: "PitchConnect"
    QString service;      ///< "team-logo-combiner"
    QString version;      ///< empty where there are no versions
    QList<Step> steps;    ///< newest first, at least one
    QDateTime at;         ///< when the image is published
    QDateTime previousAt; ///< the version before
    QList<Platform> platforms;
    bool hasRevisionTag = true; ///< also as sha-…
    bool isAttested = true;     ///< the image claims where it was built
    QString notes = {};         ///< what the release says before its list of commits
};

/// linux/amd64 and linux/arm64.
[[nodiscard]] QList<Platform> bothPlatforms();

/// Makes an empty source repository, which all people and machines may write to, and the place of its images. The first
/// build makes main.
void addSource(World &world, const QString &owner, const QString &service, const QDateTime &createdAt);

/// Makes the commits, publishes the image, and releases the version; the clock is then at its time. The image's digest.
QString build(World &world, const Build &build);

/// The images of a service; what is not there is made.
[[nodiscard]] ImageRepository &serviceImages(World &world, const QString &owner, const QString &service);

/// Whether it is a version that moves tags: not a release candidate or a beta.
[[nodiscard]] bool isFinal(const QString &version);

} // namespace slipway::simulator
