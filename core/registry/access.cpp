// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/access.h"

#include "core/registry/text.h"

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

using Answer = Result<http::Response>;

constexpr int mostLessons = 2; // a challenge to learn, a token to renew

/// These are known to: all that went out before they said how would be in vain.
bool wantsTokens(const QString &registry)
{
    return registry == "ghcr.io"_L1 || registry == "docker.io"_L1;
}

bool isRefusal(const Answer &answer)
{
    return answer && (answer->status == 401 || answer->status == 403);
}

} // namespace

Access::Access(http::Client &http, Clock &clock, const Options &options, Endpoint registry)
    : m_http{http}
    , m_clock{clock}
    , m_options{options}
    , m_registry{std::move(registry)}
    , m_challenge{clock, options.cache, *http::Origin::of(m_registry.base),
                  wantsTokens(m_registry.registry) ? 1 : options.atOnce}
{
}

void Access::expect(const QStringList &repositories)
{
    m_expected += repositories;
    for (auto &[challenge, service] : m_services)
        service.expect(repositories);
}

QCoro::Task<Answer> Access::send(QString repository, http::Request request, std::stop_token stop)
{
    co_await m_challenge.turn(stop);
    LoginPointer login;
    if (beginsWithLogin(repository))
        login = co_await usableLogin(stop);
    if (login) {
        const auto known = co_await attempt(repository, request, login, stop);
        if (!isRefusal(known))
            co_return known;
    }

    auto answer = co_await attempt(repository, request, {}, stop);
    if (!isRefusal(answer))
        co_return answer;

    const bool isTried = login != nullptr;
    if (!isTried)
        login = co_await usableLogin(stop);
    if (login && !isTried) {
        const auto personal = co_await attempt(repository, request, login, stop);
        if (!isRefusal(personal)) {
            m_private.insert(repository);
            co_return personal;
        }
    }
    if (auto *service = tokens(); service && service->isShared(repository)) {
        service->separate(repository);
        answer = co_await attempt(repository, request, {}, stop);
    }
    co_return answer;
}

QString Access::remedy() const
{
    if (!m_remedy.isEmpty())
        return m_remedy;
    if (m_registry.registry == "ghcr.io"_L1)
        return Text::tr("If it is private, log in with “docker login ghcr.io”, or set "
                        "SLIPWAY_TOKEN to a classic token with read:packages.");
    return Text::tr("If it is private, log in with “docker login %1”.").arg(m_registry.registry);
}

QCoro::Task<Answer> Access::attempt(QString repository, http::Request request, LoginPointer login, std::stop_token stop)
{
    for (int lessons = 0;; ++lessons) {
        const auto used = m_challenge.get();
        const auto ticket = co_await pass(repository, login, stop);
        if (!ticket && lessons < mostLessons && m_challenge.doubt(used)) {
            co_await m_challenge.turn(stop);
            continue;
        }
        if (!ticket && lessons > 0)
            co_return failure(ticket.error());
        if (ticket && ticket->refusal)
            co_return *ticket->refusal;

        // What another repository was told may be wrong for this one: without a ticket it sees for itself.
        request.credential = ticket ? ticket->credential : nullptr;
        auto answer = co_await m_http.send(request, stop);
        m_challenge.learn(answer);
        if (!answer || answer->status != 401) {
            if (ticket)
                m_accepted.insert(repository);
            co_return answer;
        }
        if (!ticket)
            co_return failure(ticket.error());
        const bool knowsBetter = used != m_challenge.get() && (tokens() || login);
        if (lessons == mostLessons || !(knowsBetter || isOutdated(repository, *ticket)))
            co_return answer;
    }
}

QCoro::Task<Result<Access::Pass>> Access::pass(QString repository, LoginPointer login, std::stop_token stop)
{
    if (auto *service = tokens(); service && login)
        co_return co_await service->forUser(repository, login, stop);
    else if (service)
        co_return co_await service->forAnyone(repository, stop);
    if (!login)
        co_return Pass{};
    co_return Pass{.credential = http::Credential::basic(*http::Origin::of(m_registry.base), login->user.toUtf8(),
                                                         login->secret.reveal())};
}

QCoro::Task<Access::LoginPointer> Access::usableLogin(std::stop_token stop)
{
    const auto challenge = m_challenge.get();
    if (!challenge || !m_options.logins)
        co_return nullptr;
    const bool isBasic = challenge->scheme == Challenge::Scheme::Basic;
    const auto place = isBasic ? m_registry.base : QUrl{challenge->realm, QUrl::StrictMode};
    const auto login = co_await m_options.logins->find(m_registry.registry, stop);
    if (!login)
        m_remedy = login.error().message;
    if (!login || !*login)
        co_return nullptr;
    if (mayHaveCredentials(place, m_registry, m_options.trustedRealms))
        co_return *login;
    m_remedy = Text::tr("The login for %1 is not sent to %2, where that registry has its "
                        "tokens. If you trust that host, name it as %1's realm.")
                   .arg(m_registry.registry, place.host());
    co_return nullptr;
}

bool Access::beginsWithLogin(const QString &repository) const
{
    const auto &challenge = m_challenge.get();
    return m_private.contains(repository) || (challenge && challenge->scheme == Challenge::Scheme::Basic);
}

/// Whether a refused token was good before: it has expired early, and a new one may do.
bool Access::isOutdated(const QString &repository, const Pass &pass)
{
    auto *service = tokens();
    if (!service || !m_accepted.remove(repository))
        return false;
    service->drop(pass.credential, repository);
    return true;
}

TokenService *Access::tokens()
{
    const auto &challenge = m_challenge.get();
    if (!challenge || challenge->scheme != Challenge::Scheme::Bearer)
        return nullptr;
    const auto [service, isNew] =
        m_services.try_emplace(text(*challenge), m_http, m_clock, m_options, m_registry, *challenge);
    if (isNew)
        service->second.expect(m_expected);
    return &service->second;
}

} // namespace slipway::registry
