// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Says the same to everybody, whatever it is, and closes.
class Sayer
{
public:
    explicit Sayer(const QByteArray &words)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, words] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, words] {
                socket->readAll();
                socket->write(words);
                socket->disconnectFromHost();
            });
            ++m_heard;
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QString authority() const { return u"127.0.0.1:%1"_s.arg(m_server.serverPort()); }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://"_s + authority()); }
    [[nodiscard]] int heard() const { return m_heard; }

private:
    QTcpServer m_server;
    int m_heard = 0;
};

Result<Response> answerOf(const Sayer &sayer)
{
    return Visitor({.insecureHosts = {sayer.authority()}}).get(sayer.url());
}

} // namespace

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsLikeTheFirstWhateverWasSentBefore_data()
    {
        QTest::addColumn<Request>("before");
        QTest::newRow("nothing but a head") << Request{.method = "HEAD"};
        QTest::newRow("a body on a connection of its own") << Request{.method = "POST", .body = "body"};
        QTest::newRow("a body that may be sent again") << Request{.method = "PUT", .body = "body", .repeatable = true};
        QTest::newRow("a body as it is") << Request{
            .headers = QHttpHeaders::fromListOfPairs({{"Accept-Encoding", "identity"}})};
        QTest::newRow("few bytes, soon") << Request{.limits = {.bytes = 1, .deadline = std::chrono::milliseconds{1}}};
    }
    void aRequestIsLikeTheFirstWhateverWasSentBefore()
    {
        QFETCH(Request, before);
        HttpHost host;
        host.answer("GET /", {.body = "whole"});
        host.answer(before.method + " /before", {.body = "of before"});
        Visitor visitor(settingsFor({&host}));
        QVERIFY(visitor.get(host.url()));
        before.url = host.url(u"/before"_s);
        before.credential = Credential::basic(*Origin::of(host.url()), "user", "word");
        std::ignore = visitor.send(before);

        const auto answer = visitor.get(host.url());

        QCOMPARE(answer.value_or(Response{}).body, "whole"_ba);
        const auto &first = host.received().first();
        const auto &last = host.received().last();
        QCOMPARE(last.method, first.method);
        QCOMPARE(last.target, first.target);
        QCOMPARE(last.headers.toListOfPairs(), first.headers.toListOfPairs());
        QCOMPARE(last.body, first.body);
        QVERIFY(visitor.get(host.url()));
        QCOMPARE(host.received().last().connection, last.connection);
    }

    void aBodyIsSentAsItIsAlsoIfThereIsNone_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        for (const auto &method : {"POST"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba}) {
            QTest::addRow("%s, none", method.constData()) << method << ""_ba;
            QTest::addRow("%s, with zeros", method.constData()) << method << QByteArray("a\0b\0", 4);
            QTest::addRow("%s, large", method.constData()) << method << QByteArray(3'000'000, 'x');
        }
    }
    void aBodyIsSentAsItIsAlsoIfThereIsNone()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        HttpHost host;
        host.answer(method + " /", {.status = 204});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.send({.method = method, .url = host.url(), .body = body});

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        const auto &seen = host.received().at(0);
        QCOMPARE(seen.body, body);
        QCOMPARE(seen.headers.value("Content-Length"), QByteArray::number(body.size()));
        QVERIFY(!seen.headers.contains("Content-Type"));
        QVERIFY(!seen.headers.contains("Expect"));
    }

    void whatIsSaidOnTheWayIsNotOfTheAnswer()
    {
        const Sayer sayer("HTTP/1.1 100 Continue\r\n\r\n"
                          "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=next\r\nX-A: hint\r\n\r\n"
                          "HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: 2\r\n\r\nok");

        const auto answer = answerOf(sayer);

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "ok"_ba);
        QCOMPARE(answer->headers.combinedValue("X-A"), "b"_ba);
        QVERIFY(!answer->headers.contains("Link"));
    }

    void whatIsSaidAfterTheBodyIsNotOfTheHead()
    {
        const Sayer sayer("HTTP/1.1 200 OK\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "2\r\nok\r\n0\r\nX-A: c\r\nLink: </a>; rel=next\r\n\r\n");

        const auto answer = answerOf(sayer);

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->body, "ok"_ba);
        QCOMPARE(answer->headers.combinedValue("X-A"), "b"_ba);
        QVERIFY(!answer->headers.contains("Link"));
    }

    void linesThatAreNoHeadersAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("folded") << "X-B: b\r\n Link: folded"_ba;
        QTest::newRow("a name with a space") << "Li nk: a"_ba;
        QTest::newRow("a space before the colon") << "Link : a"_ba;
        QTest::newRow("a name with a control character") << "Link\x01: a"_ba;
        QTest::newRow("a name that is not ASCII") << "Link\xff: a"_ba;
        QTest::newRow("a value with a control character") << "Link: a\x01"_ba;
        QTest::newRow("a value with a carriage return") << "Link: a\rX-B: c"_ba;
    }
    void linesThatAreNoHeadersAreLeftOut()
    {
        QFETCH(const QByteArray, line);
        const Sayer sayer("HTTP/1.1 200 OK\r\n" + line + "\r\nX-A: b\r\nContent-Length: 2\r\n\r\nok");

        const auto answer = answerOf(sayer);

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->body, "ok"_ba);
        QVERIFY(!answer->headers.contains("Link"));
        QCOMPARE(answer->headers.combinedValue("X-A"), "b"_ba);
    }

    void aHeadThatIsTooBigIsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("words");
        const auto lines = QByteArray("X-A: " + QByteArray(1000, 'a') + "\r\n").repeated(400);
        const auto hints = QByteArray("HTTP/1.1 103 Early Hints\r\nX-A: " + QByteArray(1000, 'a') + "\r\n\r\n");
        const QByteArray end = "Content-Length: 2\r\n\r\nok";
        QTest::newRow("many lines") << "HTTP/1.1 200 OK\r\n" + lines + end;
        QTest::newRow("a long line") << "HTTP/1.1 200 OK\r\nX-A: " + QByteArray(400'000, 'a') + "\r\n" + end;
        QTest::newRow("many hints") << hints.repeated(400) + "HTTP/1.1 200 OK\r\n" + end;
        QTest::newRow("after the body") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n" +
                                               lines + "\r\n";
    }
    void aHeadThatIsTooBigIsSaidSo()
    {
        QFETCH(const QByteArray, words);
        const Sayer sayer(words);

        const auto answer = answerOf(sayer);

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
        QVERIFY2(answer.error().message.contains(u"too big"_s), qPrintable(answer.error().message));
        QCOMPARE(sayer.heard(), 1); // a second try would not be smaller
    }
};

const slipway::test::Registered<MessageTest> registered;

#include "message_test.moc"
