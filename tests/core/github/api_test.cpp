// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/api.h"
#include "tests/core/github/visitor.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

QString readName(const json::Value &in)
{
    return in["name"_L1].text();
}

} // namespace

class ApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRequestSaysWhoAsksForWhichVersion()
    {
        Visitor visitor;
        visitor.host.answer("GET /user?x=1", {.body = "{}"});

        const auto answer = visitor.ended(visitor.api.get(u"/user?x=1"_s, u"you"_s, {}));

        QVERIFY(answer);
        const auto headers = visitor.host.received().first().headers;
        QCOMPARE(headers.value("Authorization"), QByteArrayView{"Bearer ghp_secret"});
        QCOMPARE(headers.value("Accept"), QByteArrayView{"application/vnd.github+json"});
        QCOMPARE(headers.value("X-GitHub-Api-Version"), QByteArrayView{"2026-03-10"});
        QVERIFY(headers.value("User-Agent").startsWith("slipway/"));
    }

    void aServerIsAskedBelowItsPathInItsVersion()
    {
        Visitor visitor{"ghp_secret", u"/api/v3"_s};
        visitor.host.answer("POST /api/v3/repos/acme/web/git/refs", {.status = 201, .body = "{}"});
        visitor.host.answer("POST /api/graphql", {.body = R"({"data":{}})"});

        const auto made = visitor.ended(
            visitor.api.post(u"/repos/acme/web/git/refs"_s, u"acme/web"_s, {{u"ref"_s, u"refs/heads/x"_s}}, {}));
        const auto asked = visitor.ended(visitor.api.ask({.text = u"query { viewer { login } }"_s}, {}));

        QVERIFY(made && asked);
        QCOMPARE(visitor.host.received().first().headers.value("X-GitHub-Api-Version"), QByteArrayView{"2022-11-28"});
        QCOMPARE(visitor.host.received().first().headers.value("Content-Type"), QByteArrayView{"application/json"});
        QCOMPARE(visitor.host.received().first().body, R"({"ref":"refs/heads/x"})"_ba);
        QCOMPARE(visitor.sent(1).value(u"query").toString(), u"query { viewer { login } }"_s);
    }

    void nobodyInParticularSendsNoToken()
    {
        Visitor visitor{""};
        visitor.host.answer("GET /repos/acme/web", {.body = "{}"});

        QVERIFY(visitor.ended(visitor.api.get(u"/repos/acme/web"_s, u"acme/web"_s, {})));

        QVERIFY(!visitor.host.received().first().headers.contains("Authorization"));
    }

    void theTokenDoesNotFollowARedirectToAnotherHost()
    {
        Visitor visitor;
        Visitor other;
        other.host.answer("GET /elsewhere", {.body = "{}"});
        visitor.host.answer("GET /repos/acme/web",
                            {.status = 302, .headers = {{"Location", other.host.url(u"/elsewhere"_s).toEncoded()}}});
        http::Settings settings = Visitor::settings(visitor.host);
        settings.insecureHosts.append(other.host.authority());
        http::Client client{settings, visitor.clock};
        const Api api{client, visitor.clock, visitor.api.host(), std::make_shared<const Secret>("ghp_secret")};

        QVERIFY(visitor.ended(api.get(u"/repos/acme/web"_s, u"acme/web"_s, {})));

        QVERIFY(!other.host.received().first().headers.contains("Authorization"));
    }

    void aRenamedRepositoryIsFollowed()
    {
        Visitor visitor;
        visitor.host.answer("GET /repos/acme/old", {.status = 301, .headers = {{"Location", "/repositories/7"}}});
        visitor.host.answer("GET /repositories/7", {.body = R"({"name":"new"})"});

        const auto answer = visitor.ended(visitor.api.get(u"/repos/acme/old"_s, u"acme/old"_s, {}));

        QVERIFY(answer);
        QCOMPARE(answer->body, R"({"name":"new"})"_ba);
        QVERIFY(visitor.host.received().last().headers.contains("Authorization"));
    }

    void whatHasNotChangedCostsNothingAndIsNobodyElses()
    {
        Visitor visitor;
        visitor.host.answer("GET /user", {.body = R"({"login":"mona"})", .headers = {{"ETag", "\"v1\""}}});
        visitor.host.answer("GET /user", {.status = 304, .headers = {{"X-OAuth-Scopes", "repo"}}});
        visitor.host.answer("GET /user", {.body = R"({"login":"hubot"})"});
        const Api yours{visitor.http, visitor.clock, visitor.api.host(), std::make_shared<const Secret>("ghp_yours")};

        const auto first = visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {}));
        const auto second = visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {}));
        const auto other = visitor.ended(yours.get(u"/user"_s, u"you"_s, {}));

        QVERIFY(first && second && other);
        QCOMPARE(second->body, first->body);
        QCOMPARE(scopesOf(*second), QStringList{u"repo"_s});
        QCOMPARE(visitor.host.received().at(1).headers.value("If-None-Match"), QByteArrayView{"\"v1\""});
        QVERIFY(!visitor.host.received().at(2).headers.contains("If-None-Match"));
    }

    void theTokenStandsInNoKeyOfTheCache()
    {
        Visitor visitor;
        visitor.host.answer("GET /user", {.body = "{}", .headers = {{"ETag", "\"v1\""}}});

        QVERIFY(visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {})));

        QCOMPARE(visitor.memory.entries.size(), 1);
        QVERIFY(!visitor.memory.entries.begin()->first.second.contains(u"secret"_s));
    }

    void aListIsFollowedPageByPage()
    {
        Visitor visitor;
        const auto second = visitor.host.url(u"/orgs/acme/repos?page=2"_s).toEncoded();
        visitor.host.answer("GET /orgs/acme/repos", {.body = R"([{"name":"a"},{"name":"b"}])",
                                                     .headers = {{"Link", '<' + second + R"(>; rel="next")"}}});
        visitor.host.answer("GET /orgs/acme/repos?page=2", {.body = R"([{"name":"c"}])"});

        const auto pages = visitor.ended(visitor.api.pages(u"/orgs/acme/repos"_s, u"acme"_s, 9, {}));
        const auto firstAlone = visitor.ended(visitor.api.pages(u"/orgs/acme/repos"_s, u"acme"_s, 1, {}));

        QVERIFY(pages && firstAlone);
        QCOMPARE(decodePages(*pages, readName), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(pages->isComplete);
        QVERIFY(!firstAlone->isComplete);
        QCOMPARE(firstAlone->bodies.size(), 1);
    }

    void aLinkToAnotherHostIsNotFollowed()
    {
        Visitor visitor;
        visitor.host.answer("GET /orgs/acme/repos",
                            {.body = "[]", .headers = {{"Link", R"(<https://evil.example/x>; rel="next")"}}});

        const auto pages = visitor.ended(visitor.api.pages(u"/orgs/acme/repos"_s, u"acme"_s, 9, {}));

        QVERIFY(!pages);
        QCOMPARE(pages.error().kind, Error::Kind::Protocol);
    }

    void afterALimitNothingIsSentUntilItsTime()
    {
        Visitor visitor;
        const auto reset = QByteArray::number(visitor.clock.now().addSecs(120).toSecsSinceEpoch());
        visitor.host.answer(
            "GET /user",
            {.status = 403,
             .headers = {{"X-RateLimit-Limit", "5000"}, {"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", reset}}});
        visitor.host.answer("GET /user", {.body = "{}"});
        const auto copy = visitor.api;

        const auto first = visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {}));
        const auto second = visitor.ended(copy.get(u"/user"_s, u"you"_s, {}));
        const auto sentSoFar = visitor.host.received().size();
        visitor.clock.advance(2min);
        const auto third = visitor.ended(copy.get(u"/user"_s, u"you"_s, {}));

        QVERIFY(!first && !second && third);
        QCOMPARE(first.error().kind, Error::Kind::RateLimited);
        QVERIFY2(second.error().message.contains(u"12:02:00"_s), qUtf8Printable(second.error().message));
        QCOMPARE(second.error().retryAt, FakeClock{}.now() + 2min);
        QCOMPARE(sentSoFar, 1);
    }

    void aSecondaryLimitWithATimeIsWaitedFor()
    {
        Visitor visitor;
        visitor.host.answer("GET /user", {.status = 429, .headers = {{"Retry-After", "7"}}});
        visitor.host.answer("GET /user", {.body = "{}"});

        const auto answer = visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {}));

        QVERIFY(answer);
        QVERIFY(visitor.clock.now() >= FakeClock{}.now() + 7s);
    }

    void theRateIsThere()
    {
        Visitor visitor;
        const auto reset = visitor.clock.now().addSecs(600);
        visitor.host.answer("GET /user",
                            {.body = "{}",
                             .headers = {{"X-RateLimit-Limit", "5000"},
                                         {"X-RateLimit-Remaining", "4321"},
                                         {"X-RateLimit-Reset", QByteArray::number(reset.toSecsSinceEpoch())}}});
        QCOMPARE(visitor.api.rate(), std::nullopt);

        QVERIFY(visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {})));

        QCOMPARE(visitor.api.rate(), (Rate{5000, 4321, reset}));
        QCOMPARE(visitor.api.rate(Resource::GraphQl), std::nullopt);
    }

    void anErrorPageIsToldAsWhatItIs()
    {
        Visitor visitor;
        const Answer page{.status = 502, .body = "<html>", .headers = {{"X-GitHub-Request-Id", "AB:1"}}};
        visitor.host.answer("GET /user", page);
        visitor.host.answer("POST /repos/acme/web/pulls", page);

        const auto asked = visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {}));
        const auto made = visitor.ended(visitor.api.post(u"/repos/acme/web/pulls"_s, u"acme/web"_s, {}, {}));

        QVERIFY(!asked && !made);
        QCOMPARE(asked.error().kind, Error::Kind::Offline);
        QVERIFY(asked.error().message.contains(u"502"_s));
        QVERIFY(asked.error().details.contains(u"AB:1"_s));
        QCOMPARE(visitor.host.count("GET /user"), 4);
        QCOMPARE(visitor.host.count("POST /repos/acme/web/pulls"), 1);
    }

    void aQueryIsTriedAgainAndAMutationIsNot()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.status = 502});
        visitor.host.answer("POST /graphql", {.body = R"({"data":{"viewer":{}}})"});
        visitor.host.answer("POST /graphql", {.status = 502});

        const auto asked = visitor.ended(visitor.api.askAll({.text = u"query { viewer { login } }"_s}, {}));
        const auto changed = visitor.ended(visitor.api.askAll({.text = u"mutation { x }"_s}, {}));

        QVERIFY(asked && !changed);
        QCOMPARE(visitor.host.count("POST /graphql"), 3);
    }

    void errorsOfGraphQlAreToldByTheirType_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");

        const auto error = [](const char *type) {
            return R"({"data":null,"errors":[{"type":"TYPE","message":"Its words."}]})"_ba.replace("TYPE", type);
        };
        QTest::newRow("not found") << error("NOT_FOUND") << Error::Kind::NotFound;
        QTest::newRow("forbidden") << error("FORBIDDEN") << Error::Kind::Forbidden;
        QTest::newRow("scopes") << error("INSUFFICIENT_SCOPES") << Error::Kind::Forbidden;
        QTest::newRow("stale") << error("STALE_DATA") << Error::Kind::Conflict;
        QTest::newRow("unprocessable") << error("UNPROCESSABLE") << Error::Kind::InvalidInput;
        QTest::newRow("beside data") << R"({"data":{"a":1},"errors":[{"message":"Half of it."}]})"_ba
                                     << Error::Kind::Protocol;
        QTest::newRow("nothing at all") << "{}"_ba << Error::Kind::Protocol;
        QTest::newRow("no JSON") << "<html>"_ba << Error::Kind::Protocol;
    }

    void errorsOfGraphQlAreToldByTheirType()
    {
        QFETCH(QByteArray, body);
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.body = body});

        const auto answer = visitor.ended(visitor.api.askAll({.text = u"query { x }"_s, .what = u"acme/web"_s}, {}));

        QVERIFY(!answer);
        QTEST(answer.error().kind, "kind");
    }

    void aLimitOfGraphQlComesWithStatus200()
    {
        Visitor visitor;
        const auto reset = QByteArray::number(visitor.clock.now().addSecs(300).toSecsSinceEpoch());
        visitor.host.answer(
            "POST /graphql",
            {.body = R"({"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded"}]})",
             .headers = {{"X-RateLimit-Limit", "5000"}, {"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", reset}}});
        visitor.host.answer("GET /user", {.body = "{}"});

        const auto first = visitor.ended(visitor.api.ask({.text = u"query { x }"_s}, {}));
        const auto second = visitor.ended(visitor.api.ask({.text = u"query { x }"_s}, {}));
        const auto rest = visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {}));

        QVERIFY(!first && !second && rest);
        QCOMPARE(first.error().kind, Error::Kind::RateLimited);
        QVERIFY2(first.error().message.contains(u"12:05:00"_s), qUtf8Printable(first.error().message));
        QCOMPARE(visitor.host.count("POST /graphql"), 1);
    }

    void manyChangesGoOutASecondApart()
    {
        Visitor visitor;
        visitor.host.answer("POST /repos/acme/web/git/blobs", {.status = 201, .body = "{}"});
        visitor.host.answer("GET /user", {.body = "{}"});
        const auto began = visitor.clock.now();

        for (int i = 0; i < 10; ++i)
            QVERIFY(visitor.ended(visitor.api.post(u"/repos/acme/web/git/blobs"_s, u"acme/web"_s, {}, {})));
        const auto afterTen = visitor.clock.now();
        for (int i = 0; i < 3; ++i)
            QVERIFY(visitor.ended(visitor.api.post(u"/repos/acme/web/git/blobs"_s, u"acme/web"_s, {}, {})));
        const auto afterMore = visitor.clock.now();
        QVERIFY(visitor.ended(visitor.api.get(u"/user"_s, u"you"_s, {})));

        QCOMPARE(afterTen, began);
        QCOMPARE(afterMore, began + 3s);
        QCOMPARE(visitor.clock.now(), afterMore);
    }

    void aStopEndsIt()
    {
        Visitor visitor;
        visitor.host.answer("GET /user", {.manner = Answer::Manner::Silent});
        std::stop_source stop;

        auto asking = visitor.api.get(u"/user"_s, u"you"_s, stop.get_token());
        QVERIFY(QTest::qWaitFor([&] { return visitor.host.inFlight() == 1; }));
        stop.request_stop();
        const auto answer = visitor.ended(std::move(asking));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    }
};

const slipway::test::Registered<ApiTest> registered;

#include "api_test.moc"
