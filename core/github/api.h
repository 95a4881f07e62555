// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/budget.h"
#include "core/github/graphql.h"
#include "core/http/client.h"

namespace slipway::github
{

/// A request to the REST API.
struct Call
{
    QByteArray method = QByteArrayLiteral("GET");
    QString path = {}; ///< below the host's base, percent-encoded, with its query: encoded()
    QString what = {}; ///< what it is about, as messages name it: "acme/web", "#12 of acme/web"
    std::optional<QJsonObject> body = {};
    QByteArray accept = QByteArrayLiteral("application/vnd.github+json");
    qint64 mostBytes = qint64{16} << 20;
    bool mayChange = true; ///< false for what an id names for ever: a GET of it is not kept by its ETag
};

/// The bodies of a list that comes in pages.
struct Pages
{
    QList<QByteArray> bodies;
    bool isComplete = true;   ///< false if there are more than were asked for
    bool wantsSignOn = false; ///< organisations whose single sign-on the token has not passed are left out
};

/// One GitHub and who asks it: a small value, whose copies share the budget. The client, the clock and the cache must
/// outlive its tasks. Answers to GET are asked for with their ETag, apart for each token.
/// Errors of all its tasks: those of http::Client; RateLimited, before anything is sent where a limit was met, and
/// until its time; Offline for 5xx.
class Api
{
public:
    /// Without a token nobody in particular asks. The cache remembers files by their hash.
    Api(http::Client &http, Clock &clock, Host host, const std::shared_ptr<const Secret> &token = {},
        http::Cache *cache = nullptr);

    [[nodiscard]] const Host &host() const { return m_host; }
    [[nodiscard]] TokenKind tokenKind() const { return m_tokenKind; }
    [[nodiscard]] http::Cache *cache() const { return m_cache; }
    [[nodiscard]] std::optional<Rate> rate(Resource resource = Resource::Rest) const
    {
        return m_budget->rate(resource);
    }

    /// The answer, whatever its status below 500, except where that is a limit.
    [[nodiscard]] QCoro::Task<Result<http::Response>> answerTo(Call call, std::stop_token stop) const;
    /// The answer with a 2xx. Errors: refusal() too.
    [[nodiscard]] QCoro::Task<Result<http::Response>> send(Call call, std::stop_token stop) const;
    [[nodiscard]] QCoro::Task<Result<http::Response>> get(QString path, QString what, std::stop_token stop) const;
    [[nodiscard]] QCoro::Task<Result<http::Response>> post(QString path, QString what, QJsonObject body,
                                                           std::stop_token stop) const;
    [[nodiscard]] QCoro::Task<Result<http::Response>> patch(QString path, QString what, QJsonObject body,
                                                            std::stop_token stop) const;
    /// A list, page after page as its Link headers say, at most that many pages. Errors: refusal() too.
    [[nodiscard]] QCoro::Task<Result<Pages>> pages(QString path, QString what, int most, std::stop_token stop) const;

    /// The answer of the GraphQL API, which may hold errors beside its data, or in its place. Errors: Protocol.
    [[nodiscard]] QCoro::Task<Result<GraphQlAnswer>> ask(Query query, std::stop_token stop) const;
    /// The answer to a query that must be complete, or to a mutation. Errors: refusal() too, for any error in it.
    [[nodiscard]] QCoro::Task<Result<GraphQlAnswer>> askAll(Query query, std::stop_token stop) const;

    [[nodiscard]] Error refused(const http::Response &answer, const QString &what) const;
    [[nodiscard]] Error refused(const GraphQlAnswer &answer, const QString &what) const;

private:
    [[nodiscard]] http::Request request(const Call &call) const;
    [[nodiscard]] QUrl url(const QString &path) const;

    // The tasks take a copy of the handle along: it may be gone before they end.
    static QCoro::Task<Result<http::Response>> exchange(Api self, Resource resource, http::Request request,
                                                        std::stop_token stop);
    static QCoro::Task<Result<http::Response>> successOf(Api self, Call call, std::stop_token stop);
    static QCoro::Task<Result<Pages>> allPages(Api self, QString path, QString what, int most, std::stop_token stop);
    static QCoro::Task<Result<GraphQlAnswer>> graphQl(Api self, Query query, std::stop_token stop);
    static QCoro::Task<Result<GraphQlAnswer>> wholeGraphQl(Api self, Query query, std::stop_token stop);

    http::Client *m_http;
    Clock *m_clock;
    http::Cache *m_cache;
    Host m_host;
    std::shared_ptr<const http::Credential> m_credential;
    TokenKind m_tokenKind = TokenKind::None;
    QByteArray m_asker; ///< a hash of the token: whose answers are remembered
    std::shared_ptr<Budget> m_budget;
};

/// A part of a path, percent-encoded; slashes stay.
[[nodiscard]] QString encoded(const QString &text);

/// Reads the lists of all pages, each item with `read`. Errors: Protocol.
template<class Read>
[[nodiscard]] Result<QList<std::invoke_result_t<Read, const json::Value &>>> decodePages(const Pages &pages, Read read)
{
    QList<std::invoke_result_t<Read, const json::Value &>> all;
    for (const auto &body : pages.bodies) {
        auto some = json::decode(body, json::listOf(read));
        if (!some)
            return failure(std::move(some).error());
        all += *std::move(some);
    }
    return all;
}

} // namespace slipway::github
