// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/ratelimit.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

constexpr int ofNobody = 60;
constexpr qint64 period = 3600; ///< seconds

} // namespace

RateLimit rateLimit(const World &world, const Viewer &viewer, const QString &resource)
{
    const bool isNobody = viewer.kind == Viewer::Kind::Nobody;
    const auto use = world.rateUses.value({viewer.login, resource});
    const bool isOver = !use.resetsAt.isValid() || use.resetsAt <= world.now;
    return {.resource = resource,
            .limit = !isNobody                  ? world.rateLimit
                     : resource == "graphql"_L1 ? 0
                                                : ofNobody,
            .used = isOver ? 0 : use.used,
            .resetsAt = isOver ? world.now.addSecs(period) : use.resetsAt};
}

RateLimit spend(World &world, const Viewer &viewer, const QString &resource, int points)
{
    auto limit = rateLimit(world, viewer, resource);
    limit.used += points;
    if (points > 0)
        world.rateUses.insert({viewer.login, resource}, {limit.used, limit.resetsAt});
    return limit;
}

void addHeaders(QHttpHeaders &headers, const RateLimit &limit)
{
    headers.append("X-RateLimit-Limit", QByteArray::number(limit.limit));
    headers.append("X-RateLimit-Remaining", QByteArray::number(limit.remaining()));
    headers.append("X-RateLimit-Used", QByteArray::number(std::min(limit.used, limit.limit)));
    headers.append("X-RateLimit-Reset", QByteArray::number(limit.resetsAt.toSecsSinceEpoch()));
    headers.append("X-RateLimit-Resource", limit.resource.toLatin1());
}

} // namespace slipway::simulator
