// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httphost.h"

#include <QHash>
#include <QSet>
#include <QUrl>

namespace slipway::test
{

/// A registry that wants tokens, and its token service, on one host of the tests. Repositories have the tag "1.0".
class TokenRegistry
{
public:
    /// What the service does with a request that names a repository which its asker may not read.
    enum class Service {
        Refuses,     ///< 401, as GHCR
        GrantsLess,  ///< a token for the others, as CNCF Distribution's
        TakesOneOnly ///< 400 for several scopes
    };

    /// `realm` is where it sends for tokens; its own token service answers at /token.
    explicit TokenRegistry(QByteArray realm, Service service = Service::Refuses);

    [[nodiscard]] QUrl url() const { return host.url({}); }

    [[nodiscard]] int tokenRequests(bool withLogin) const;
    [[nodiscard]] int refusals() const; ///< 401 and 403 of the registry itself
    [[nodiscard]] int answers() const;  ///< 200 of the registry itself
    /// No token that was given so far is taken any more.
    void revoke() { m_grants.clear(); }

    HttpHost host;
    QSet<QByteArray> publicRepositories;
    QSet<QByteArray> privateRepositories;
    QByteArray login = "Basic " + QByteArray{"me:pw"}.toBase64();
    QByteArray lifetime = "300";
    bool isSilent = false; ///< 403 without a challenge to a token that is not enough

private:
    [[nodiscard]] Answer answer(const Received &request);
    [[nodiscard]] Answer giveToken(const QUrl &url, QByteArrayView authorization);
    [[nodiscard]] Answer giveTags(const QByteArray &repository, QByteArrayView authorization);

    QByteArray m_realm;
    Service m_service;
    QHash<QByteArray, QSet<QByteArray>> m_grants; ///< of a token
    QList<bool> m_tokenRequests;                  ///< whether each had a login
    int m_tokens = 0;
    int m_refusals = 0;
    int m_answers = 0;
};

} // namespace slipway::test
