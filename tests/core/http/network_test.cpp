// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/network.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTcpServer>
#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;
using Manner = Answer::Manner;

namespace
{

/// gzip -9 of 64 MiB of zeros, of zeros again (so that it stays small here): made by qCompress, which speaks zlib.
QByteArray deflateBomb()
{
    return qCompress(QByteArray(64 << 20, '\0'), 9).sliced(4);
}

/// Sends with a client that ends as soon as it has answered.
QCoro::Task<Result<Response>> onlyOnce(std::unique_ptr<Client> client, Request request)
{
    auto answer = co_await client->send(std::move(request), {});
    client.reset();
    co_return answer;
}

} // namespace

class NetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 204, 400, 401, 403, 404, 405, 409, 410, 416, 418, 451})
            QTest::addRow("%d", status) << status;
    }
    void aStatusIsAnAnswer()
    {
        QFETCH(const int, status);
        HttpHost host;
        host.answer("GET /", {.status = status, .body = status == 204 ? "" : "text", .headers = {{"X-A", "b"}}});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, status == 204 ? ""_ba : "text"_ba);
        QCOMPARE(answer->headers.value("x-a"), QByteArrayView("b"));
        QCOMPARE(answer->url, host.url());
        QCOMPARE(host.received().size(), 1);
    }

    void theRequestArrivesAsItWasMeant()
    {
        HttpHost host;
        host.answer("PUT /a%20b?c=d%26e", {.status = 201});
        Visitor visitor(settingsFor({&host}));
        Request request{.method = "PUT", .url = host.url(u"/a%20b?c=d%26e"_s), .body = "body"};
        request.headers.append("Content-Type", "text/plain");

        const auto answer = visitor.send(request);

        QVERIFY(answer);
        const auto &seen = host.received().at(0);
        QCOMPARE(seen.body, "body"_ba);
        QCOMPARE(seen.headers.value("Content-Type"), QByteArrayView("text/plain"));
        QCOMPARE(seen.headers.value("User-Agent"), QByteArrayView("slipway/" SLIPWAY_VERSION));
        QVERIFY(!seen.headers.contains("Cookie"));
    }

    void aClientMayEndWithItsLastAnswer_data()
    {
        QTest::addColumn<Manner>("manner");
        QTest::addColumn<bool>("isAnswer");
        QTest::newRow("whole") << Manner::Whole << true;
        QTest::newRow("too late") << Manner::Silent << false;
        QTest::newRow("too late, half of it") << Manner::Stall << false;
        QTest::newRow("too big") << Manner::Chunked << false;
    }
    void aClientMayEndWithItsLastAnswer()
    {
        QFETCH(const Manner, manner);
        QFETCH(const bool, isAnswer);
        HttpHost host;
        host.answer("GET /", {.body = QByteArray(manner == Manner::Chunked ? 200'000 : 20, 'x'), .manner = manner});
        FakeClock clock;
        auto client = std::make_unique<Client>(settingsFor({&host}), clock);

        const auto answer =
            awaited(onlyOnce(std::move(client), {.url = host.url(), .limits = {.bytes = 100'000, .deadline = 50ms}}));

        QVERIFY(answer);
        QCOMPARE(answer->has_value(), isAnswer);
    }

    void cookiesAreNeitherKeptNorSent()
    {
        HttpHost host;
        host.answer("GET /", {.headers = {{"Set-Cookie", "a=b"}}});
        Visitor visitor(settingsFor({&host}));

        const auto first = visitor.get(host.url());
        const auto second = visitor.get(host.url());

        QVERIFY(first && second);
        QVERIFY(!host.received().at(1).headers.contains("Cookie"));
    }

    void aHeadHasNoBodyHoweverLongItClaimsToBe()
    {
        HttpHost host;
        host.answer("HEAD /", {.headers = {{"Content-Length", "99999999999"}, {"Docker-Content-Digest", "sha256:0"}}});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.send({.method = "HEAD", .url = host.url()});

        QVERIFY(answer);
        QCOMPARE(answer->headers.value("Docker-Content-Digest"), QByteArrayView("sha256:0"));
    }

    void aBodyArrivesWholeInEveryManner_data()
    {
        QTest::addColumn<Manner>("manner");
        QTest::newRow("with a length") << Manner::Whole;
        QTest::newRow("chunked") << Manner::Chunked;
        QTest::newRow("until the connection closes") << Manner::UntilClose;
        QTest::newRow("byte by byte") << Manner::Drip;
    }
    void aBodyArrivesWholeInEveryManner()
    {
        QFETCH(const Manner, manner);
        HttpHost host;
        host.answer("GET /", {.body = "0123456789", .manner = manner});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY(answer);
        QCOMPARE(answer->body, "0123456789"_ba);
    }

    void moreBytesThanAllowedAreNotRead_data()
    {
        QTest::addColumn<Answer>("answer");
        const QByteArray big(300'000, 'x');
        QTest::newRow("with a length") << Answer{.body = big};
        QTest::newRow("chunked") << Answer{.body = big, .manner = Manner::Chunked};
        QTest::newRow("until it closes") << Answer{.body = big, .manner = Manner::UntilClose};
        QTest::newRow("deflated") << Answer{.body = deflateBomb(), .headers = {{"Content-Encoding", "deflate"}}};
    }
    void moreBytesThanAllowedAreNotRead()
    {
        QFETCH(const Answer, answer);
        HttpHost host;
        host.answer("GET /", answer);
        Visitor visitor(settingsFor({&host}));

        const auto sent = visitor.send({.url = host.url(), .limits = {.bytes = 100'000}});

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, Kind::Protocol);
        QCOMPARE(host.count("GET /"), 1); // a second try would not be smaller
    }

    void asManyBytesAsAllowedAreRead()
    {
        HttpHost host;
        host.answer("GET /", {.body = QByteArray(100'000, 'x')});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.send({.url = host.url(), .limits = {.bytes = 100'000}});

        QVERIFY(answer);
        QCOMPARE(answer->body.size(), 100'000);
    }

    void whatIsAskedForAsItIsIsNotDecompressed()
    {
        HttpHost host;
        host.answer("GET /", {.body = deflateBomb(), .headers = {{"Content-Encoding", "deflate"}}});
        Visitor visitor(settingsFor({&host}));
        Request request{.url = host.url()};
        request.headers.append("Accept-Encoding", "identity");

        const auto answer = visitor.send(request);

        QVERIFY(answer);
        QCOMPARE(host.received().at(0).headers.value("Accept-Encoding"), QByteArrayView("identity"));
        QCOMPARE(answer->body, deflateBomb());
    }

    void anAnswerThatTakesTooLongIsGivenUp_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("silent") << Answer{.manner = Manner::Silent};
        QTest::newRow("stalled") << Answer{.body = "abcd", .manner = Manner::Stall};
        QTest::newRow("dripping") << Answer{.body = QByteArray(10'000, 'x'), .manner = Manner::Drip};
    }
    void anAnswerThatTakesTooLongIsGivenUp()
    {
        QFETCH(const Answer, answer);
        HttpHost host;
        host.answer("GET /", answer);
        Visitor visitor(settingsFor({&host}));

        const auto sent = visitor.send({.url = host.url(), .limits = {.deadline = 100ms}});

        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, Kind::Timeout);
        QVERIFY(sent.error().message.contains(host.authority()));
        QVERIFY(QTest::qWaitFor([&] { return host.inFlight() == 0; }, 5s)); // its connection is closed
        QCOMPARE(host.count("GET /"), 1);
    }

    void whatIsNoAnswerIsAnErrorInWords_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("closed") << Answer{.manner = Manner::Close} << Kind::Offline;
        QTest::newRow("reset") << Answer{.manner = Manner::Reset} << Kind::Offline;
        QTest::newRow("cut short") << Answer{.body = "abcdef", .manner = Manner::CutShort} << Kind::Offline;
        QTest::newRow("cut between chunks") << Answer{.body = "{\"tags\": [\"1\", \"2]\"]}",
                                                      .headers = {{"Content-Type", "application/json"}},
                                                      .manner = Manner::CutChunk}
                                            << Kind::Offline;
        QTest::newRow("longer than promised")
            << Answer{.body = "abc", .headers = {{"Content-Length", "5"}}, .manner = Manner::UntilClose}
            << Kind::Offline;
    }
    void whatIsNoAnswerIsAnErrorInWords()
    {
        QFETCH(const Answer, answer);
        HttpHost host;
        host.answer("GET /secret?sig=geheim", answer);
        Visitor visitor(settingsFor({&host}));

        const auto sent = visitor.get(host.url(u"/secret?sig=geheim"_s));

        QVERIFY(!sent);
        QTEST(sent.error().kind, "kind");
        QVERIFY2(sent.error().message.contains(host.authority()), qPrintable(sent.error().message));
        QVERIFY2(!sent.error().details.contains(u"geheim"_s), qPrintable(sent.error().details));
        QVERIFY(host.received().size() <= 4);
    }

    void aPortWhereNobodyListensRefuses()
    {
        QTcpServer nobody;
        nobody.listen(QHostAddress::LocalHost);
        const auto authority = u"127.0.0.1:%1"_s.arg(nobody.serverPort());
        nobody.close();
        Visitor visitor({.insecureHosts = {authority}});

        const auto answer = visitor.get(QUrl(u"http://"_s + authority));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Offline);
        QVERIFY2(answer.error().message.contains(u"refuses"_s), qPrintable(answer.error().message));
        QVERIFY(answer.error().message.contains(authority));
    }

    void aNameThatDoesNotExistIsSaidSo()
    {
        Visitor visitor({});

        const auto answer = visitor.get(QUrl(u"https://does-not-exist.invalid/v2/"_s));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Kind::Offline);
        QVERIFY2(answer.error().message.contains(u"does-not-exist.invalid"_s), qPrintable(answer.error().message));
    }

    void whatIsNotHttpIsSaidSo()
    {
        QTcpServer other;
        other.listen(QHostAddress::LocalHost);
        connect(&other, &QTcpServer::newConnection, &other, [&other] {
            auto *socket = other.nextPendingConnection();
            socket->write("220 mail.test ESMTP\r\n\r\n");
            socket->disconnectFromHost();
        });
        const auto authority = u"127.0.0.1:%1"_s.arg(other.serverPort());
        Visitor visitor({.insecureHosts = {authority}});

        const auto answer = visitor.get(QUrl(u"http://"_s + authority));

        QVERIFY(!answer);
        QVERIFY(!answer.error().message.isEmpty());
    }

    void anEndpointStandsInForAName()
    {
        HttpHost host;
        host.answer("GET /v2/", {.body = "here"});
        Settings settings;
        settings.endpoints.insert(u"ghcr.io"_s, host.url());
        Visitor visitor(settings);
        const QUrl url(u"https://ghcr.io/v2/"_s);

        const auto answer = visitor.send({.url = url, .credential = Credential::bearer(*Origin::of(url), "t")});

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->url, url);
        QCOMPARE(host.received().at(0).headers.value("Host"), QByteArrayView("ghcr.io"));
        QCOMPARE(host.received().at(0).headers.value("Authorization"), QByteArrayView("Bearer t"));
    }

    void namesOfOneAddressKeepTheirOwnConnections()
    {
        HttpHost host;
        host.answer("GET /", Answer{});
        Settings settings{.parallel = 1};
        settings.endpoints = {{u"ghcr.io"_s, host.url()}, {u"docker.io"_s, host.url()}};
        Visitor visitor(settings);

        for (const auto &name : {u"ghcr.io"_s, u"docker.io"_s, u"ghcr.io"_s, u"docker.io"_s})
            QVERIFY(visitor.get(QUrl(u"https://%1/"_s.arg(name))));

        QCOMPARE(host.connections(), 2);
    }

    void aChallengeForOtherSchemesIsJustAnAnswer()
    {
        HttpHost host;
        host.answer("GET /",
                    {.status = 401, .headers = {{"WWW-Authenticate", "Negotiate"}, {"WWW-Authenticate", "NTLM"}}});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
        QCOMPARE(host.received().size(), 1);
    }
};

const slipway::test::Registered<NetworkTest> registered;

#include "network_test.moc"
