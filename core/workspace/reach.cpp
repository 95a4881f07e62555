// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/reach.h"

#include "core/base/aside.h"

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

/// GitHub's own registry takes the same token, under any name.
std::unique_ptr<registry::Logins> loginsOf(const Connection &connection)
{
    auto login = connection.token
                     ? std::make_shared<const registry::Login>(u"slipway"_s, Secret(connection.token->reveal()))
                     : std::shared_ptr<const registry::Login>{};
    return std::make_unique<registry::Logins>(connection.environment, std::move(login));
}

} // namespace

Reach::Reach(Connection connection, const Places &places, Clock &clock)
    : m_connection(std::move(connection))
    , m_id(idOf(m_connection))
    , m_stateFile(places.state)
    , m_clock(clock)
    , m_cache(places.cache)
    , m_state(places.state)
    , m_http(m_connection.network, clock, &m_cache)
    , m_logins(loginsOf(m_connection))
    , m_github(m_http, clock, m_connection.host, m_connection.token, &m_cache)
{
}

Reach::~Reach() = default;

std::unique_ptr<registry::Client> Reach::registries()
{
    return std::make_unique<registry::Client>(
        m_http, m_clock,
        registry::Options{
            .insecureRegistries = m_connection.network.insecureHosts, .logins = m_logins.get(), .cache = &m_cache});
}

QCoro::Task<> Reach::keep(QString name, QByteArray value)
{
    if (m_isForgotten)
        co_return;
    if (m_stateFile.isEmpty())
        m_state.keep(m_id, name, value); // this one alone sees what is kept in memory
    else
        co_await Aside([=, path = m_stateFile, id = m_id] { return store::StateFile(path).keep(id, name, value); });
}

} // namespace slipway::workspace
