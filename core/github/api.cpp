// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/api.h"

#include "core/http/links.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

using Name = QHttpHeaders::WellKnownHeader;

std::shared_ptr<const http::Credential> credentialFor(const Host &host, QByteArrayView token)
{
    const auto origin = http::Origin::of(host.rest);
    return origin && !token.isEmpty() ? http::Credential::bearer(*origin, token) : nullptr;
}

/// Short, and not to be turned back: it stands in the keys of the cache file.
QByteArray fingerprint(QByteArrayView token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex().first(16);
}

bool isSuccess(const http::Response &answer)
{
    return answer.status >= 200 && answer.status <= 299;
}

bool changesSomething(const http::Request &request)
{
    return request.method != "GET" && !request.repeatable;
}

QByteArray compact(const QJsonObject &body)
{
    return QJsonDocument{body}.toJson(QJsonDocument::Compact);
}

} // namespace

Api::Api(http::Client &http, Clock &clock, Host host, const std::shared_ptr<const Secret> &token, http::Cache *cache)
    : m_http(&http)
    , m_clock(&clock)
    , m_cache(cache)
    , m_host(std::move(host))
    , m_budget(std::make_shared<Budget>())
{
    const auto bytes = token ? token->reveal() : QByteArrayView{};
    m_credential = credentialFor(m_host, bytes);
    m_tokenKind = kindOf(bytes);
    m_asker = bytes.isEmpty() ? "-"_ba : fingerprint(bytes);
}

QUrl Api::url(const QString &path) const
{
    return QUrl{m_host.rest.toString(QUrl::FullyEncoded) + path, QUrl::StrictMode};
}

http::Request Api::request(const Call &call) const
{
    http::Request request{.method = call.method, .url = url(call.path)};
    request.headers.append(Name::Accept, call.accept);
    request.headers.append("X-GitHub-Api-Version", text(m_host.version));
    if (call.body) {
        request.headers.append(Name::ContentType, "application/json");
        request.body = compact(*call.body);
    }
    request.redirects = http::Redirects::Follow; // renamed and moved repositories
    request.limits.bytes = call.mostBytes;
    request.conditional = call.mayChange && call.method == "GET";
    request.variant = m_asker + ' ' + text(m_host.version) + ' ' + call.accept;
    return request;
}

QCoro::Task<Result<http::Response>> Api::exchange(Api self, Resource resource, http::Request request,
                                                  std::stop_token stop)
{
    const auto closed = self.m_budget->closedUntil(resource, self.m_clock->now());
    if (closed)
        co_return failure(limited(self.m_host, *closed));

    if (changesSomething(request)) {
        const auto away = self.m_budget->takeTurn(self.m_clock->now());
        if (const auto slept = co_await self.m_clock->sleep(away, stop); !slept)
            co_return failure(slept.error());
    }
    request.credential = self.m_credential;
    request.failuresAreAnswers = true;
    auto answer = co_await self.m_http->send(std::move(request), std::move(stop));
    if (!answer)
        co_return failure(std::move(answer).error());

    const auto now = self.m_clock->now();
    self.m_budget->note(resource, *answer, now);
    if (const auto pause = askedPause(*answer, now, 0))
        co_return failure(limited(self.m_host, self.m_budget->closedUntil(resource, now).value_or(now + *pause)));
    if (answer->status >= 500)
        co_return failure(self.refused(*answer, {}));
    co_return answer;
}

QCoro::Task<Result<http::Response>> Api::successOf(Api self, Call call, std::stop_token stop)
{
    const auto what = call.what;
    auto answer = co_await exchange(self, Resource::Rest, self.request(call), std::move(stop));
    if (answer && !isSuccess(*answer))
        co_return failure(self.refused(*answer, what));
    co_return answer;
}

QCoro::Task<Result<Pages>> Api::allPages(Api self, QString path, QString what, int most, std::stop_token stop)
{
    Pages pages;
    auto request = self.request({.path = path});
    for (std::optional<QUrl> page = request.url; page;) {
        pages.isComplete = pages.bodies.size() < most;
        if (!pages.isComplete)
            break;
        request.url = *page;
        const auto answer = co_await exchange(self, Resource::Rest, request, stop);
        if (!answer)
            co_return failure(answer.error());
        if (!isSuccess(*answer))
            co_return failure(self.refused(*answer, what));
        pages.bodies.append(answer->body);
        pages.wantsSignOn |= answer->headers.value("X-GitHub-SSO").startsWith("partial-results");
        const auto next = http::nextPage(answer->headers.values(Name::Link), *page);
        if (!next)
            co_return failure(next.error());
        page = *next;
    }
    co_return pages;
}

QCoro::Task<Result<GraphQlAnswer>> Api::graphQl(Api self, Query query, std::stop_token stop)
{
    auto request = self.request({
        .method = "POST"_ba,
        .body = QJsonObject{{u"query"_s, query.text}, {u"variables"_s, query.variables}},
    });
    request.url = self.m_host.graphql;
    request.repeatable = !query.text.startsWith("mutation"_L1);
    const auto answer = co_await exchange(self, Resource::GraphQl, std::move(request), std::move(stop));
    if (!answer)
        co_return failure(answer.error());
    if (!isSuccess(*answer))
        co_return failure(self.refused(*answer, query.what));

    auto read = readGraphQl(answer->body);
    if (read && isLimit(*read)) {
        const auto now = self.m_clock->now();
        const auto rate = rateOf(*answer, now);
        const auto until = rate && rate->remaining == 0 ? rate->reset : now.addSecs(60);
        self.m_budget->close(Resource::GraphQl, until);
        co_return failure(limited(self.m_host, until));
    }
    co_return read;
}

QCoro::Task<Result<GraphQlAnswer>> Api::wholeGraphQl(Api self, Query query, std::stop_token stop)
{
    auto answer = co_await graphQl(self, query, std::move(stop));
    if (answer && (!answer->errors.isEmpty() || !answer->hasData))
        co_return failure(self.refused(*answer, query.what));
    co_return answer;
}

QCoro::Task<Result<http::Response>> Api::answerTo(Call call, std::stop_token stop) const
{
    return exchange(*this, Resource::Rest, request(call), std::move(stop));
}

QCoro::Task<Result<http::Response>> Api::send(Call call, std::stop_token stop) const
{
    return successOf(*this, std::move(call), std::move(stop));
}

QCoro::Task<Result<http::Response>> Api::get(QString path, QString what, std::stop_token stop) const
{
    return send({.path = std::move(path), .what = std::move(what)}, std::move(stop));
}

QCoro::Task<Result<http::Response>> Api::post(QString path, QString what, QJsonObject body, std::stop_token stop) const
{
    return send({.method = "POST"_ba, .path = std::move(path), .what = std::move(what), .body = std::move(body)},
                std::move(stop));
}

QCoro::Task<Result<http::Response>> Api::patch(QString path, QString what, QJsonObject body, std::stop_token stop) const
{
    return send({.method = "PATCH"_ba, .path = std::move(path), .what = std::move(what), .body = std::move(body)},
                std::move(stop));
}

QCoro::Task<Result<Pages>> Api::pages(QString path, QString what, int most, std::stop_token stop) const
{
    return allPages(*this, std::move(path), std::move(what), most, std::move(stop));
}

QCoro::Task<Result<GraphQlAnswer>> Api::ask(Query query, std::stop_token stop) const
{
    return graphQl(*this, std::move(query), std::move(stop));
}

QCoro::Task<Result<GraphQlAnswer>> Api::askAll(Query query, std::stop_token stop) const
{
    return wholeGraphQl(*this, std::move(query), std::move(stop));
}

Error Api::refused(const http::Response &answer, const QString &what) const
{
    return refusal(answer, {m_host, m_tokenKind, what});
}

Error Api::refused(const GraphQlAnswer &answer, const QString &what) const
{
    return refusal(answer, {m_host, m_tokenKind, what});
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "/"));
}

} // namespace slipway::github
