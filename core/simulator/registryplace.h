// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/exchange.h"

#include <QStringList>

namespace slipway::simulator
{

/// How a registry is reached: the hosts of its API, of its tokens, of its blobs.
struct RegistryPlace
{
    QString registry; ///< as images name it: "docker.io"
    QStringList api;
    QString tokens;
    QString service; ///< what tokens are for
    QString storage; ///< where its API sends those who ask for a blob
};

[[nodiscard]] const QList<RegistryPlace> &registryPlaces();

} // namespace slipway::simulator
