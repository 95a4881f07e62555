// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/registryplace.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator
{

const QList<RegistryPlace> &registryPlaces()
{
    static const QList<RegistryPlace> all{
        {u"ghcr.io"_s, {u"ghcr.io"_s}, u"ghcr.io"_s, u"ghcr.io"_s, u"pkg-containers.githubusercontent.com"_s},
        {u"docker.io"_s,
         {u"registry-1.docker.io"_s, u"index.docker.io"_s, u"docker.io"_s},
         u"auth.docker.io"_s,
         u"registry.docker.io"_s,
         u"production.cloudflare.docker.com"_s},
    };
    return all;
}

} // namespace slipway::simulator
