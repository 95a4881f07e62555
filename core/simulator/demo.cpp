// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo.h"

#include "core/simulator/demo/deployment.h"
#include "core/simulator/demo/people.h"
#include "core/simulator/demo/service.h"
#include "core/simulator/demo/upstream.h"

#include <QTimeZone>

namespace slipway::simulator
{

World demoWorld(const QDateTime &start)
{
    World world;
    demo::addPeople(world);
    demo::addServices(world, start);
    demo::addSignature(world);
    demo::addUpstreams(world, start);
    demo::addDeploymentRepository(world, start);
    world.now = start;
    return world;
}

QDateTime stillStart()
{
    return {{2026, 11, 24}, {13, 32}, QTimeZone::UTC};
}

} // namespace slipway::simulator
