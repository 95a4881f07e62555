// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/moment.h"
#include "core/http/retry.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using Manner = Answer::Manner;

namespace
{

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::UTC);

using Made = std::shared_ptr<const Outcome>;

Made status(int code, const QByteArray &retryAfter = {})
{
    Response answer{.status = code};
    if (!retryAfter.isNull())
        answer.headers.append("Retry-After", retryAfter);
    return std::make_shared<Outcome>(answer);
}

Made lost()
{
    return std::make_shared<Outcome>(std::unexpected(Fault{.error = {Error::Kind::Offline, {}}, .passing = true}));
}

Made lostForGood()
{
    return std::make_shared<Outcome>(std::unexpected(Fault{.error = {Error::Kind::Offline, {}}}));
}

struct Case
{
    QByteArray method;
    Made outcome;
    int nextTry = 2;
    milliseconds sinceFirst{0};
};

} // namespace

class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWaitIsDecidedFromValuesAlone_data()
    {
        QTest::addColumn<Case>("given");
        QTest::addColumn<std::optional<milliseconds>>("wait");

        const auto row = [](const char *name, Case given, std::optional<milliseconds> wait) {
            QTest::newRow(name) << given << wait;
        };
        row("an answer", {"GET", status(200)}, {});
        row("401 is an answer", {"GET", status(401)}, {});
        row("404 is an answer", {"GET", status(404)}, {});
        row("500", {"GET", status(500)}, 250ms);
        row("599", {"HEAD", status(599)}, 250ms);
        row("600 is no status of HTTP", {"GET", status(600)}, {});
        row("the third try", {"GET", status(502), 3}, 500ms);
        row("the fourth try", {"GET", status(502), 4}, 1s);
        row("no fifth try", {"GET", status(502), 5}, {});
        row("lost", {"HEAD", lost()}, 250ms);
        row("lost for good", {"GET", lostForGood()}, {});
        row("429", {"GET", status(429)}, 1s);
        row("429, the fourth try", {"GET", status(429), 4}, 4s);
        row("POST, 503", {"POST", status(503)}, {});
        row("POST, lost", {"POST", lost()}, {});
        row("DELETE, lost", {"DELETE", lost()}, {});
        row("429 with its wait", {"GET", status(429, "7")}, 7s);
        row("503 with its wait", {"GET", status(503, "7"), 3}, 7s);
        row("429 waits a second at least", {"GET", status(429, "0")}, 1s);
        row("the wait just fits", {"GET", status(429, "30")}, 30s);
        row("the wait is too long", {"GET", status(429, "31")}, {});
        row("the wait is too long by now", {"GET", status(503, "10"), 2, 21s}, {});
        row("too late for another try", {"GET", status(500), 2, 30s}, {});
    }
    void aWaitIsDecidedFromValuesAlone()
    {
        QFETCH(const Case, given);
        Request request{.method = given.method};
        request.patience = std::make_shared<Patience>();
        request.patience->began = noon;

        const auto wait = waitBefore(given.nextTry, request, *given.outcome, {}, noon + given.sinceFirst, 0);

        QTEST(wait, "wait");
    }

    void aLimitThatNamesNoTimeIsLeftToARoomThatReadsIt()
    {
        const Request request{.failuresAreAnswers = true};

        QCOMPARE(waitBefore(2, request, *status(429), {}, noon, 0), std::nullopt);
        QCOMPARE(waitBefore(2, request, *status(429, "7"), {}, noon, 0), 7s);
        QCOMPARE(waitBefore(2, request, *status(502), {}, noon, 0), 250ms);
    }

    void aPostThatOnlyAsksIsTriedAgain()
    {
        HttpHost host;
        host.answer("POST /graphql", {.status = 502});
        host.answer("POST /graphql", {.body = "good"});
        Visitor visitor(settingsFor({&host}));

        const auto answer =
            visitor.send({.method = "POST", .url = host.url(u"/graphql"_s), .body = "{}", .repeatable = true});

        QVERIFY(answer);
        QCOMPARE(answer->body, "good"_ba);
        QCOMPARE(host.received().last().body, "{}"_ba);
    }

    void failuresAreAnswersWhereTheRequestWantsThat()
    {
        HttpHost host;
        host.answer("GET /", {.status = 502, .body = "<html>", .headers = {{"X-GitHub-Request-Id", "AB:1"}}});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.send({.url = host.url(), .failuresAreAnswers = true});

        QVERIFY(answer);
        QCOMPARE(answer->status, 502);
        QCOMPARE(answer->headers.value("X-GitHub-Request-Id"), QByteArrayView("AB:1"));
        QCOMPARE(host.count("GET /"), 4);
    }

    void chanceMakesAWaitLongerNeverShorter()
    {
        const Request request{};

        QCOMPARE(waitBefore(2, request, *status(500), {}, noon, 0.5), 312ms);
        QCOMPARE(waitBefore(2, request, *status(429, "7"), {}, noon, 0.5), 7s + 125ms);
    }

    void aPassingFailureIsTriedAgainUntilItWorks_data()
    {
        QTest::addColumn<Answer>("failure");
        QTest::newRow("500") << Answer{.status = 500, .body = "oops"};
        QTest::newRow("429") << Answer{.status = 429, .headers = {{"Retry-After", "1"}}};
        QTest::newRow("closed") << Answer{.manner = Manner::Close};
        QTest::newRow("reset") << Answer{.manner = Manner::Reset};
        QTest::newRow("cut") << Answer{.body = "a body that is cut", .manner = Manner::CutShort};
        QTest::newRow("cut between chunks") << Answer{.body = "{\"a body\": \"that is cut\"}",
                                                      .headers = {{"Content-Type", "application/json"}},
                                                      .manner = Manner::CutChunk};
    }
    void aPassingFailureIsTriedAgainUntilItWorks()
    {
        QFETCH(const Answer, failure);
        constexpr int failures = 3;
        HttpHost host;
        for (int i = 0; i < failures; ++i)
            host.answer("GET /", failure);
        host.answer("GET /", {.body = "good"});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->body, "good"_ba);
        QCOMPARE(host.count("GET /"), failures + 1);
        QCOMPARE(visitor.clock.sleeps().size(), failures);
    }

    void fourTriesAreEnough_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("500") << 500 << Error::Kind::Offline;
        QTest::newRow("503") << 503 << Error::Kind::Offline;
        QTest::newRow("429") << 429 << Error::Kind::RateLimited;
    }
    void fourTriesAreEnough()
    {
        QFETCH(const int, status);
        HttpHost host;
        host.answer("GET /", {.status = status});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY(!answer);
        QTEST(answer.error().kind, "kind");
        QVERIFY(answer.error().message.contains(QString::number(status)));
        QCOMPARE(host.count("GET /"), 4);
    }

    void aRequestThatChangesSomethingIsSentOnce_data()
    {
        QTest::addColumn<Answer>("failure");
        QTest::newRow("503") << Answer{.status = 503};
        QTest::newRow("closed") << Answer{.manner = Manner::Close};
    }
    void aRequestThatChangesSomethingIsSentOnce()
    {
        QFETCH(const Answer, failure);
        HttpHost host;
        host.answer("GET /warm-up", Answer{});
        host.answer("POST /", failure);
        Visitor visitor(settingsFor({&host}));
        QVERIFY(visitor.get(host.url(u"/warm-up"_s))); // over a kept connection it could be sent twice

        const auto answer = visitor.send({.method = "POST", .url = host.url(), .body = "x"});

        QVERIFY(!answer);
        QCOMPARE(host.count("POST /"), 1);
    }

    void aQuestionOverAConnectionThatWasClosedMeanwhileIsAskedAgainAtOnce()
    {
        HttpHost host;
        host.answer("GET /warm-up", Answer{});
        host.answer("GET /", {.manner = Manner::Close});
        host.answer("GET /", {.body = "good"});
        Visitor visitor(settingsFor({&host}));
        QVERIFY(visitor.get(host.url(u"/warm-up"_s)));

        const auto answer = visitor.get(host.url());

        QVERIFY(answer);
        QCOMPARE(answer->body, "good"_ba);
        QVERIFY(visitor.clock.sleeps().isEmpty());
        QCOMPARE(host.connections(), 2);
    }

    void aWaitBeyondPatienceIsAnErrorAtOnceThatSaysHowLong()
    {
        HttpHost host;
        host.answer("GET /", {.status = 429, .headers = {{"Retry-After", "120"}}});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::RateLimited);
        const auto until = visitor.clock.now().addSecs(120);
        QVERIFY(answer.error().message.endsWith(
            u"It asks to wait 2 min, until %1."_s.arg(momentInWords(until, visitor.clock.now()))));
        QCOMPARE(host.count("GET /"), 1);
        QVERIFY(visitor.clock.sleeps().isEmpty());
    }

    void theWaitInGhcrsTextIsObeyed()
    {
        HttpHost host;
        host.answer("GET /",
                    {.status = 429, .body = R"({"errors":[{"message":"retry-after: 2.5s, allowed: 44000/minute"}]})"});
        host.answer("GET /", {.body = "good"});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY(answer);
        QVERIFY(visitor.clock.now() >= FakeClock().now() + 2500ms);
        QVERIFY(visitor.clock.now() < FakeClock().now() + 3500ms);
    }

    void requestsOfOneRepositoryShareTheirPatience()
    {
        HttpHost host;
        host.answer("GET /a", Answer{});
        host.answer("GET /b", {.status = 500});
        Visitor visitor(settingsFor({&host}));
        const auto patience = std::make_shared<Patience>();

        const auto first = visitor.send({.url = host.url(u"/a"_s), .patience = patience});
        visitor.clock.advance(29'500ms);
        const auto second = visitor.send({.url = host.url(u"/b"_s), .patience = patience});

        QVERIFY(first && !second);
        QCOMPARE(host.count("GET /b"), 2); // after 250 ms, but not after 500 ms more
    }
};

const slipway::test::Registered<RetryTest> registered;

#include "retry_test.moc"
