// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/simulator.h"

#include "core/simulator/life.h"
#include "core/simulator/registryapi.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator
{

Simulator::Simulator(World world, const Clock *clock)
    : m_world(std::move(world))
    , m_clock(clock)
    , m_github(m_world)
    , m_server([this](const Request &request) { return answer(request); })
{
}

Result<> Simulator::listen(quint16 port, const std::optional<Identity> &identity)
{
    return m_server.listen(port, identity);
}

QUrl Simulator::address() const
{
    return QUrl{m_server.scheme() + u"://localhost:%1"_s.arg(m_server.port())};
}

QHash<QString, QUrl> Simulator::endpoints() const
{
    // By number: a name would be looked up, and may lead to ::1, where nobody listens.
    auto base = address();
    base.setHost(u"127.0.0.1"_s);
    QHash<QString, QUrl> endpoints{{u"api.github.com"_s, base}};
    const auto hosts = registryHosts();
    for (const auto &host : hosts)
        endpoints.insert(host, base);
    return endpoints;
}

Answer Simulator::answer(const Request &request)
{
    if (m_clock && m_clock->now() > m_world.now)
        advance(m_world, m_clock->now());
    return isForRegistry(request) ? registryAnswer(m_world, request) : m_github.answer(request);
}

} // namespace slipway::simulator
