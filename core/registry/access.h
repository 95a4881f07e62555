// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/knownchallenge.h"
#include "core/registry/tokenservice.h"

#include <QSet>

#include <map>

namespace slipway::registry
{

/// One registry, and who one is there: adds to each request what the registry wants to see. Must outlive its tasks.
class Access
{
public:
    Access(http::Client &http, Clock &clock, const Options &options, Endpoint registry);

    [[nodiscard]] const Endpoint &registry() const { return m_registry; }

    /// These repositories will be asked for.
    void expect(const QStringList &repositories);

    /// The registry's answer about one of its repositories, whatever its status. Anyone's answer is sought first; where
    /// that is 401 or 403, the one for the person's login, if there is one; where that is refused too, anyone's stands.
    [[nodiscard]] QCoro::Task<Result<http::Response>> send(QString repository, http::Request request,
                                                           std::stop_token stop);

    /// What helps after a refusal.
    [[nodiscard]] QString remedy() const;

private:
    using LoginPointer = std::shared_ptr<const Login>;

    /// What a request needs to be let in, or the token service's refusal to give it.
    using Pass = Grant;

    [[nodiscard]] QCoro::Task<Result<http::Response>> attempt(QString repository, http::Request request,
                                                              LoginPointer login, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Pass>> pass(QString repository, LoginPointer login, std::stop_token stop);
    [[nodiscard]] QCoro::Task<LoginPointer> usableLogin(std::stop_token stop);
    [[nodiscard]] bool beginsWithLogin(const QString &repository) const;
    [[nodiscard]] bool isOutdated(const QString &repository, const Pass &pass);
    [[nodiscard]] TokenService *tokens();

    http::Client &m_http;
    Clock &m_clock;
    const Options &m_options;
    Endpoint m_registry;
    KnownChallenge m_challenge;
    std::map<QByteArray, TokenService> m_services; ///< by the challenge that named them
    QStringList m_expected;
    QSet<QString> m_private;  ///< repositories that only the login sees
    QSet<QString> m_accepted; ///< repositories whose present token was good once
    QString m_remedy;
};

} // namespace slipway::registry
