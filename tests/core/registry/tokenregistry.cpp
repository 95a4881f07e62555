// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/registry/tokenregistry.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace slipway::test
{

TokenRegistry::TokenRegistry(QByteArray realm, Service service)
    : m_realm{std::move(realm)}
    , m_service{service}
{
    host.otherwise([this](const Received &request) { return answer(request); });
}

int TokenRegistry::tokenRequests(bool withLogin) const
{
    return static_cast<int>(m_tokenRequests.count(withLogin));
}

int TokenRegistry::refusals() const
{
    return m_refusals;
}

int TokenRegistry::answers() const
{
    return m_answers;
}

Answer TokenRegistry::answer(const Received &request)
{
    const QUrl url{QString::fromLatin1(request.target)};
    const auto authorization = request.headers.value(QHttpHeaders::WellKnownHeader::Authorization);
    const auto path = url.path().toLatin1();
    if (path == "/token")
        return giveToken(url, authorization);
    if (path.startsWith("/v2/") && path.endsWith("/tags/list"))
        return giveTags(path.sliced(4, path.size() - 4 - 10), authorization);
    return {.status = 404};
}

Answer TokenRegistry::giveToken(const QUrl &url, QByteArrayView authorization)
{
    m_tokenRequests += !authorization.isEmpty();
    const auto scopes = QUrlQuery{url}.allQueryItemValues(u"scope"_s);
    if (scopes.size() > 1 && m_service == Service::TakesOneOnly)
        return {.status = 400};
    if (!authorization.isEmpty() && authorization != login)
        return {.status = 401};

    QSet<QByteArray> granted;
    for (const auto &scope : scopes) {
        const auto repository = scope.section(u':', 1, 1).toLatin1();
        const bool isAllowed = publicRepositories.contains(repository) ||
                               (authorization == login && privateRepositories.contains(repository));
        if (isAllowed)
            granted += repository;
        else if (m_service == Service::Refuses)
            return {.status = 401};
    }
    const QByteArray token = "token-" + QByteArray::number(++m_tokens);
    m_grants.insert(token, granted);
    return {.body = R"({"token": ")" + token + R"(", "expires_in": )" + lifetime + '}'};
}

Answer TokenRegistry::giveTags(const QByteArray &repository, QByteArrayView authorization)
{
    const auto token = authorization.startsWith("Bearer ") ? authorization.sliced(7).toByteArray() : QByteArray{};
    if (m_grants.value(token).contains(repository)) {
        ++m_answers;
        return {.body = R"({"tags": ["1.0"]})", .headers = {{"Content-Type", "application/json"}}};
    }
    ++m_refusals;
    if (isSilent && !token.isEmpty())
        return {.status = 403, .body = R"({"errors": [{"code": "DENIED"}]})"};
    return {.status = 401,
            .headers = {{"WWW-Authenticate", "Bearer realm=\"" + m_realm + "\",service=\"tests\",scope=\"x\""}}};
}

} // namespace slipway::test
