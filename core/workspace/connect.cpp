// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/connect.h"

#include "core/github/repositories.h"
#include "core/github/user.h"
#include "core/workspace/text.h"

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

/// A way to the GitHub of a login, for one question.
struct Way
{
    std::unique_ptr<http::Client> http;
    github::Api api;
};

Result<Way> wayFor(const Login &login, const http::Settings &network, Clock &clock)
{
    const auto host = github::hostNamed(login.host);
    if (!host)
        return failure(host.error());
    auto client = std::make_unique<http::Client>(network, clock);
    github::Api api(*client, clock, *host, login.token);
    return Way{.http = std::move(client), .api = api};
}

QCoro::Task<Result<SignedIn>> askSignIn(Login login, http::Settings network, Clock *clock, std::stop_token stop)
{
    const auto way = wayFor(login, network, *clock);
    if (!way)
        co_return failure(way.error());
    const auto account = co_await github::whoAmI(way->api, stop);
    if (!account)
        co_return failure(account.error());
    SignedIn made{.person = account->login,
                  .scopes = account->scopes.value_or(QStringList{}),
                  .missing = missingRights(account->scopes, way->api.tokenKind())};
    const auto list = co_await github::listMyRepositories(way->api, stop);
    if (!list)
        co_return failure(list.error());
    for (const auto &repository : list->repositories)
        made.repositories.append(repository.id.text());
    if (list->wantsSignOn)
        made.missing.append(
            Text::tr("An organisation asks for single sign-on, so its repositories are not listed. Allow the "
                     "token for it on GitHub."));
    co_return made;
}

QCoro::Task<Result<Branches>> askBranches(Login login, QString repository, http::Settings network, Clock *clock,
                                          std::stop_token stop)
{
    const auto id = RepositoryId::parse(repository);
    const auto way = wayFor(login, network, *clock);
    if (!id || !way)
        co_return failure(!id ? id.error() : way.error());
    const auto &name = *id;
    const auto found = co_await github::findRepository(way->api, name, stop);
    if (!found)
        co_return failure(found.error());
    const auto listed = co_await github::listBranches(way->api, name, stop);
    if (!listed)
        co_return failure(listed.error());
    Branches branches{.defaultName = found->defaultBranch.text()};
    for (const auto &branch : *listed)
        branches.names.append(branch.name.text());
    co_return branches;
}

} // namespace

QStringList missingRights(const std::optional<QStringList> &scopes, github::TokenKind kind)
{
    QStringList missing;
    if (kind == github::TokenKind::FineGrained)
        missing.append(
            Text::tr("A fine-grained token reads neither checks nor private packages. A classic one with repo and "
                     "read:packages does."));
    if (!scopes)
        return missing;
    if (!github::grants(*scopes, u"repo"_s))
        missing.append(
            Text::tr("Without the scope repo no pull request can be opened, and private repositories are not seen."));
    if (!github::grants(*scopes, u"read:packages"_s))
        missing.append(Text::tr("Without the scope read:packages private images cannot be asked for."));
    return missing;
}

ConnectActions connectActions(const http::Settings &network, Clock &clock)
{
    return {
        .signIn =
            [network, &clock](Login login, std::stop_token stop) {
                return askSignIn(std::move(login), network, &clock, std::move(stop));
            },
        .branches =
            [network, &clock](Login login, QString repository, std::stop_token stop) {
                return askBranches(std::move(login), std::move(repository), network, &clock, std::move(stop));
            },
    };
}

Result<Connection> connectionOf(const Choice &choice, const http::Settings &network,
                                const QProcessEnvironment &environment)
{
    const auto host = github::hostNamed(choice.login.host);
    const auto repository = RepositoryId::parse(choice.repository);
    const auto branch = BranchName::parse(choice.branch);
    if (!host || !repository || (!branch && !choice.branch.isEmpty()))
        return failure(!host ? host.error() : !repository ? repository.error() : branch.error());
    return Connection{.host = *host,
                      .repository = *repository,
                      .branch = branch ? std::optional(*branch) : std::nullopt,
                      .token = choice.login.token,
                      .network = network,
                      .environment = environment};
}

} // namespace slipway::workspace
