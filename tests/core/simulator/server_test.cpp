// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/server.h"
#include "tests/support/certificates.h"
#include "tests/support/testcase.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslSocket>
#include <QTest>

using namespace slipway::simulator;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

Answer echo(const Request &request)
{
    Answer answer{.body = request.host.toUtf8() + ' ' + request.base.toUtf8() + ' ' + request.path.toUtf8() + ' ' +
                          request.query.queryItemValue(u"q"_s).toUtf8() + ' ' + request.body};
    answer.headers.append("X-Thing", "yes");
    return answer;
}

/// A server, and a browser to ask it with.
struct Served
{
    explicit Served(const Server::Handle &handle = echo)
        : server(handle)
    {
        if (!server.listen())
            qFatal("cannot listen");
    }

    QNetworkReply *get(const QByteArray &host = "api.github.com", const QString &path = u"/x"_s)
    {
        QNetworkRequest request{QUrl{u"http://127.0.0.1:%1"_s.arg(server.port()) + path}};
        request.setRawHeader("Host", host);
        auto *reply = browser.get(request);
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }))
            reply->abort();
        return reply;
    }

    Server server;
    QNetworkAccessManager browser;
};

/// What comes back on one connection, until it ends so or is closed.
QByteArray spoken(Served &served, const QByteArray &bytes, const QByteArray &end = {})
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, served.server.port());
    socket.write(bytes);
    QByteArray got;
    const auto isDone = [&] {
        got += socket.readAll();
        return (!end.isEmpty() && got.endsWith(end)) || socket.state() == QAbstractSocket::UnconnectedState;
    };
    return QTest::qWaitFor(isDone) ? got : "nothing more came after: " + got;
}

} // namespace

class ServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHostHeaderTellsWhichNameIsMeant()
    {
        Served served;

        const auto *reply = served.get("ghcr.io");

        QCOMPARE(const_cast<QNetworkReply *>(reply)->readAll(), "ghcr.io https://ghcr.io /x  ");
    }

    void namesOfThisMachineStandForThemselves()
    {
        Served served;
        const QByteArray authority = "localhost:" + QByteArray::number(served.server.port());

        QCOMPARE(served.get(authority)->readAll(), QByteArray{authority + " http://" + authority + " /x  "});
    }

    void requestsOfOneConnectionAreAnsweredInTheirOrder()
    {
        Served served;

        const auto got = spoken(served,
                                "GET /a?q=1 HTTP/1.1\r\nHost: a\r\n\r\n"
                                "POST /b HTTP/1.1\r\nHost: b\r\nContent-Length: 3\r\n\r\nxyz",
                                "xyz");

        QVERIFY(got.indexOf("a https://a /a 1 ") > 0);
        QVERIFY(got.indexOf("b https://b /b  xyz") > got.indexOf("a https://a /a 1 "));
    }

    void anAnswerToHeadHasNoBodyButItsLength()
    {
        Served served;

        const auto got = spoken(served, "HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        QVERIFY(got.contains("Content-Length: 16\r\n"));
        QVERIFY(got.endsWith("\r\n\r\n"));
    }

    void whatIsNoHttpIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");

        QTest::newRow("no request line") << QByteArray{"hello\r\n\r\n"} << QByteArray{"400"};
        QTest::newRow("header without a colon") << QByteArray{"GET / HTTP/1.1\r\nx\r\n\r\n"} << QByteArray{"400"};
        QTest::newRow("endless head") << QByteArray{70'000, 'x'} << QByteArray{"431"};
        QTest::newRow("huge body") << QByteArray{"POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"}
                                   << QByteArray{"413"};
    }
    void whatIsNoHttpIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, status);
        Served served;

        QVERIFY(spoken(served, bytes).startsWith(QByteArray{"HTTP/1.1 " + status}));
    }

    void manyConnectionsAtOnceAreAllAnswered()
    {
        Served served;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 300; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(u"127.0.0.1"_s, served.server.port());
            sockets.back()->write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n");
        }

        QVERIFY(QTest::qWaitFor(
            [&] {
                return std::ranges::all_of(sockets, [](const auto &socket) { return socket->bytesAvailable() > 0; });
            },
            QDeadlineTimer{20s}));
    }

    void itSpeaksTlsWithTheIdentityGiven()
    {
        const slipway::test::Authority authority;
        const auto identity = authority.identityFor(u"127.0.0.1"_s);
        Server server{echo};
        QVERIFY(server.listen(0, Identity{identity.certificates, identity.key}));
        QNetworkAccessManager browser;
        QNetworkRequest request{QUrl{u"https://127.0.0.1:%1/x"_s.arg(server.port())}};
        auto tls = QSslConfiguration::defaultConfiguration();
        QFile file{authority.file()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        tls.setCaCertificates(QSslCertificate::fromDevice(&file));
        request.setSslConfiguration(tls);

        const std::unique_ptr<QNetworkReply> reply{browser.get(request)};

        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
        QVERIFY(reply->readAll().contains("https://127.0.0.1:"));
    }

    void aCertificateThatIsNoneIsNamed()
    {
        Server server{echo};

        const auto listening = server.listen(0, Identity{"nonsense", "nonsense"});

        QVERIFY(!listening);
        QVERIFY(listening.error().message.contains(u"certificate"));
    }

    void aPortThatIsTakenIsNamed()
    {
        Served served;
        Server second{echo};

        const auto listening = second.listen(served.server.port());

        QVERIFY(!listening);
        QVERIFY(listening.error().message.contains(QString::number(served.server.port())));
    }

    void eachFaultIsWhatItSays_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QNetworkReply::NetworkError>("error");

        QTest::newRow("500") << serverError() << 500 << QNetworkReply::InternalServerError;
        QTest::newRow("502") << badGateway() << 502 << QNetworkReply::UnknownServerError;
        QTest::newRow("429") << tooManyRequests(7s) << 429 << QNetworkReply::UnknownContentError;
        QTest::newRow("403") << secondaryLimit({}) << 403 << QNetworkReply::ContentAccessDenied;
        QTest::newRow("401") << badCredentials() << 401 << QNetworkReply::AuthenticationRequiredError;
        QTest::newRow("cut") << Fault{.manner = Fault::Manner::CutShort} << 200 << QNetworkReply::RemoteHostClosedError;
    }
    void eachFaultIsWhatItSays()
    {
        QFETCH(Fault, fault);
        Served served;
        served.server.faults().strike(1, fault);

        const auto *reply = served.get();

        QTEST(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), "status");
        QTEST(reply->error(), "error");
        QCOMPARE(reply->hasRawHeader("Retry-After"), fault.answer.status == 429);
        QCOMPARE(served.get()->error(), QNetworkReply::NoError); // the second request meets nothing
    }

    void aResetConnectionGivesNoByte()
    {
        Served served;
        served.server.faults().strike(1, {.manner = Fault::Manner::Reset});

        QCOMPARE(spoken(served, "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"), QByteArray{});
    }

    void aStalledAnswerBeginsAndDoesNotEnd()
    {
        Served served;
        served.server.faults().strike(1, {.manner = Fault::Manner::Stall});

        const auto got = spoken(served, "GET /a HTTP/1.1\r\nHost: a\r\n\r\n", "\r\n\r\na https:");

        QVERIFY(got.contains("Content-Length: 16\r\n"));
    }

    void aLostAnswerMayBeToSomethingThatWasDone()
    {
        int done = 0;
        Served served{[&](const Request &) {
            ++done;
            return Answer{.body = "done"};
        }};
        auto lost = serverError();
        served.server.faults().strike(1, lost);
        lost.isDone = true;
        served.server.faults().strike(2, lost);

        QCOMPARE(served.get()->error(), QNetworkReply::InternalServerError);
        QCOMPARE(done, 0);
        QCOMPARE(served.get()->error(), QNetworkReply::InternalServerError);
        QCOMPARE(done, 1);
    }

    void faultsMayBeForSomeRequestsAlone()
    {
        Served served;
        served.server.faults().strike([](const Request &request) { return request.path == "/bad"_L1; }, serverError(),
                                      2);

        QCOMPARE(served.get("a", u"/good"_s)->error(), QNetworkReply::NoError);
        QCOMPARE(served.get("a", u"/bad"_s)->error(), QNetworkReply::InternalServerError);
        QCOMPARE(served.get("a", u"/bad"_s)->error(), QNetworkReply::InternalServerError);
        QCOMPARE(served.get("a", u"/bad"_s)->error(), QNetworkReply::NoError);
        QCOMPARE(served.server.faults().count(), 4);
    }

    void whatWasDoneIsTold()
    {
        Served served;
        QStringList heard;
        served.server.tell([&](const Request &request, const Answer &answer) {
            heard.append(request.path + u' ' + QString::number(answer.status));
        });
        served.server.faults().strike(2, serverError());

        served.get("a", u"/one"_s);
        served.get("a", u"/two"_s);

        QCOMPARE(heard, QStringList{u"/one 200"_s});
    }
};

const slipway::test::Registered<ServerTest> registered;

#include "server_test.moc"
