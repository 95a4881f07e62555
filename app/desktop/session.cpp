// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session.h"

#include "core/workspace/connecting.h"

namespace slipway::desktop
{
namespace
{

using workspace::Connecting;

QCoro::Task<Result<workspace::SignedIn>> signIn(http::Settings network, Clock *clock, workspace::Login login, std::stop_token stop)
{
    const auto host = github::hostNamed(login.host);
    if (!host)
        co_return failure(host.error());
    const Connecting connecting{*host, login.token, std::move(network), *clock};
    const auto who = co_await connecting.who(stop);
    if (!who)
        co_return failure(who.error());
    workspace::SignedIn signedIn{.person = who->login, .scopes = who->scopes.value_or(QStringList{}), .missing = who->missing};
    if (const auto repositories = co_await connecting.repositories(stop))
        signedIn.repositories = *repositories; // only to complete what is typed
    co_return signedIn;
}

QCoro::Task<Result<workspace::Branches>> branchesOf(http::Settings network, Clock *clock, workspace::Login login, QString name, std::stop_token stop)
{
    const auto host = github::hostNamed(login.host);
    const auto repository = RepositoryId::parse(name);
    if (!host || !repository)
        co_return failure(host ? repository.error() : host.error());
    const Connecting connecting{*host, login.token, std::move(network), *clock};
    const auto candidate = co_await connecting.look(*repository, {}, stop);
    if (!candidate)
        co_return failure(candidate.error());
    co_return workspace::Branches{.names = candidate->branches, .defaultName = candidate->branch};
}

} // namespace

Session::Session(workspace::Connection connection, const workspace::Places &places, std::unique_ptr<ProgramClock> clock)
    : m_clock{std::move(clock)}
    , m_reach{std::make_shared<workspace::Reach>(std::move(connection), places, *m_clock)}
    , m_workspace{workspace::open(m_reach)}
{
}

std::chrono::seconds Session::interval() const
{
    return std::chrono::duration_cast<std::chrono::seconds>(m_workspace->interval());
}

workspace::ConnectActions connectActions(http::Settings network, Clock *clock)
{
    return {
        .signIn = [network, clock](workspace::Login login, std::stop_token stop) { return signIn(network, clock, std::move(login), std::move(stop)); },
        .branches = [network, clock](workspace::Login login, QString repository, std::stop_token stop) { return branchesOf(network, clock, std::move(login), std::move(repository), std::move(stop)); },
    };
}

} // namespace slipway::desktop
