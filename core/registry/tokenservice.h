// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/registry/answers.h"
#include "core/registry/challenge.h"
#include "core/registry/endpoint.h"
#include "core/registry/options.h"

#include <QSet>

namespace slipway::registry
{

/// What came of asking for a token: one of the two.
struct Grant
{
    std::shared_ptr<const http::Credential> credential = {}; ///< for the registry's origin
    std::optional<http::Response> refusal = {};              ///< any status but 200
    QDateTime until = {};
};

/// Where one registry's tokens come from. Each is kept until it expires; it is for up to mostScopes repositories, or
/// for one where the service refuses many. Must outlive its tasks.
class TokenService
{
public:
    TokenService(http::Client &http, Clock &clock, const Options &options, Endpoint registry, Challenge challenge);

    /// These repositories will be asked for.
    void expect(const QStringList &repositories);

    /// A token that anyone gets. Errors: Protocol (a realm that must not be asked, an answer that is no token), and
    /// those of http::Client.
    [[nodiscard]] QCoro::Task<Result<Grant>> forAnyone(QString repository, std::stop_token stop);

    /// A token for the one who logs in, who must be allowed to (mayHaveCredentials()).
    [[nodiscard]] QCoro::Task<Result<Grant>> forUser(QString repository, std::shared_ptr<const Login> login,
                                                     std::stop_token stop);

    /// Whether the repository's token is one for several; such a one may leave out what its service does not grant.
    [[nodiscard]] bool isShared(const QString &repository) const;
    /// From now on the repository's token is for it alone.
    void separate(const QString &repository);
    /// The registry takes this token no longer, before its time.
    void drop(const std::shared_ptr<const http::Credential> &credential, const QString &repository);

private:
    struct Question
    {
        QStringList repositories;
        bool asUser = false;

        bool operator==(const Question &) const = default;
        friend size_t qHash(const Question &question, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, question.repositories, question.asUser);
        }
    };

    [[nodiscard]] QStringList groupOf(const QString &repository);
    [[nodiscard]] QCoro::Task<Result<Grant>> granted(Question question, std::shared_ptr<const Login> login,
                                                     std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Grant>> ask(QStringList repositories, std::shared_ptr<const Login> login,
                                                 std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QUrl>> admittedRealm();

    http::Client &m_http;
    Clock &m_clock;
    const Options &m_options;
    Endpoint m_registry;
    Challenge m_challenge;
    QStringList m_expected;
    QHash<QString, QStringList> m_groups; ///< of a repository: those that share its token
    Answers<Question, Grant> m_grants;
};

} // namespace slipway::registry
