// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/tokenservice.h"

#include "core/registry/text.h"
#include "core/registry/token.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

constexpr qint64 longestAnswer = 256 * 1024;

http::Request tokenRequest(const QUrl &realm, const QString &service, const QStringList &repositories,
                           const Login *login)
{
    http::Request request{.url = tokenUrl(realm, service, repositories)};
    request.headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
    request.limits.bytes = longestAnswer;
    if (login && login->isIdentityToken) {
        request.method = "POST";
        request.url = realm;
        request.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/x-www-form-urlencoded");
        request.body = refreshForm(service, repositories, login->secret.reveal());
    } else if (login) {
        request.credential =
            http::Credential::basic(*http::Origin::of(realm), login->user.toUtf8(), login->secret.reveal());
    }
    return request;
}

/// A little before its end, so that it does not expire on the way.
std::chrono::milliseconds usableTime(std::chrono::seconds lifetime)
{
    return lifetime - std::min<std::chrono::milliseconds>(lifetime / 10, std::chrono::seconds{5});
}

} // namespace

TokenService::TokenService(http::Client &http, Clock &clock, const Options &options, Endpoint registry,
                           Challenge challenge)
    : m_http{http}
    , m_clock{clock}
    , m_options{options}
    , m_registry{std::move(registry)}
    , m_challenge{std::move(challenge)}
{
}

void TokenService::expect(const QStringList &repositories)
{
    m_expected += repositories;
}

QCoro::Task<Result<Grant>> TokenService::forAnyone(QString repository, std::stop_token stop)
{
    const Question together{groupOf(repository)};
    auto grant = co_await granted(together, {}, stop);
    if (!grant || !grant->refusal || together.repositories.size() == 1)
        co_return grant;
    for (const auto &each : together.repositories)
        separate(each);
    const Question alone{{repository}};
    grant = co_await granted(alone, {}, stop);
    co_return grant;
}

QCoro::Task<Result<Grant>> TokenService::forUser(QString repository, std::shared_ptr<const Login> login,
                                                 std::stop_token stop)
{
    return granted({{repository}, true}, std::move(login), stop);
}

bool TokenService::isShared(const QString &repository) const
{
    return m_groups.value(repository).size() > 1;
}

void TokenService::separate(const QString &repository)
{
    m_groups.insert(repository, {repository});
}

void TokenService::drop(const std::shared_ptr<const http::Credential> &credential, const QString &repository)
{
    for (const auto &question : {Question{groupOf(repository)}, Question{{repository}, true}}) {
        const auto grant = m_grants.find(question);
        if (grant && *grant && (*grant)->credential == credential)
            m_grants.forget(question);
    }
}

QStringList TokenService::groupOf(const QString &repository)
{
    if (const auto known = m_groups.constFind(repository); known != m_groups.cend())
        return *known;
    QStringList group{repository};
    for (const auto &other : std::as_const(m_expected)) {
        if (group.size() < mostScopes && !m_groups.contains(other) && !group.contains(other))
            group += other;
    }
    for (const auto &each : std::as_const(group))
        m_groups.insert(each, group);
    return group;
}

QCoro::Task<Result<Grant>> TokenService::granted(Question question, std::shared_ptr<const Login> login,
                                                 std::stop_token stop)
{
    const auto known = m_grants.find(question);
    if (known && *known && (*known)->credential && (*known)->until <= m_clock.now())
        m_grants.forget(question);
    const auto begin = [this, question, login](std::stop_token own) { return ask(question.repositories, login, own); };
    return m_grants.get(question, begin, stop);
}

QCoro::Task<Result<Grant>> TokenService::ask(QStringList repositories, std::shared_ptr<const Login> login,
                                             std::stop_token stop)
{
    const auto realm = co_await admittedRealm();
    if (!realm)
        co_return failure(realm.error());
    const auto asked = m_clock.now();
    auto request = tokenRequest(*realm, m_challenge.service, repositories, login.get());
    request.mayBePlain = m_registry.insecure;
    const auto answer = co_await m_http.send(request, stop);
    if (!answer)
        co_return failure(answer.error());
    if (answer->status != 200)
        co_return Grant{.refusal = *answer};
    const auto token = readToken(answer->body);
    if (!token)
        co_return failure(token.error());
    co_return Grant{
        .credential = http::Credential::bearer(*http::Origin::of(m_registry.base), token->text),
        .until = asked + usableTime(token->lifetime),
    };
}

QCoro::Task<Result<QUrl>> TokenService::admittedRealm()
{
    const auto realm = realmUrl(m_challenge.realm, m_registry);
    if (!realm || realm->host() == m_registry.base.host())
        co_return realm;
    const auto theirs = co_await m_options.resolve(realm->host());
    if (mayReach(theirs, {}))
        co_return realm;
    const auto own = co_await m_options.resolve(m_registry.base.host());
    if (!mayReach(theirs, own))
        co_return failure({Error::Kind::Protocol, Text::tr("%1 sends to %2 for tokens, which is an address of "
                                                           "this machine or network.")
                                                      .arg(m_registry.registry, realm->host())});
    co_return realm;
}

} // namespace slipway::registry
