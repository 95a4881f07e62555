// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/visit.h"
#include "tests/support/certificates.h"
#include "tests/support/testcase.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

enum class Speech { Socks5, Connect };

/// A proxy that leads all connections to one host, whatever name they ask for.
class Proxy
{
public:
    Proxy(Speech speech, const HttpHost &host)
        : m_speech(speech)
        , m_port(static_cast<quint16>(host.url().port()))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { hear(*socket); });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url(const QString &userInfo = {}) const
    {
        const QString scheme = m_speech == Speech::Socks5 ? u"socks5"_s : u"http"_s;
        return QUrl(u"%1://%2localhost:%3"_s.arg(scheme, userInfo).arg(m_server.serverPort()));
    }

    QByteArray wantedLogin = {}; ///< SOCKS5: USER:PASSWORD, in which no part has a colon
    char code = 0;               ///< SOCKS5: with which a connection is refused
    QByteArray methods = {};     ///< SOCKS5: of proving who one is, as they were offered
    QByteArray login = {};       ///< SOCKS5: as it was given
    QByteArray place = {};       ///< HOST:PORT that was asked for
    QByteArray head = {};        ///< of CONNECT

private:
    void hear(QTcpSocket &socket)
    {
        if (m_speech == Speech::Connect)
            return hearConnect(socket);
        const auto input = socket.peek(600);
        const auto at = [&](qsizetype i) { return static_cast<uchar>(input.size() > i ? input[i] : 0); };
        if (methods.isEmpty()) {
            methods = socket.read(2 + at(1)).sliced(2);
            socket.write(wantedLogin.isEmpty() ? "\x05\x00"_ba : "\x05\x02"_ba);
        } else if (!wantedLogin.isEmpty() && login.isEmpty()) {
            const auto answer = socket.read(3 + at(1) + at(2 + at(1)));
            login = answer.sliced(2, at(1)) + ':' + answer.sliced(3 + at(1));
            socket.write(login == wantedLogin ? "\x01\x00"_ba : "\x01\x01"_ba);
        } else {
            const auto asked = socket.read(7 + at(4));
            place = at(3) == 3 ? asked.sliced(5, at(4)) : "an address"_ba;
            place += ':' + QByteArray::number(qFromBigEndian<quint16>(asked.constData() + 5 + at(4)));
            socket.write("\x05"_ba + code + QByteArray("\0\1\0\0\0\0\0\0", 8));
            lead(socket);
        }
    }
    void hearConnect(QTcpSocket &socket)
    {
        head += socket.readAll();
        if (!head.endsWith("\r\n\r\n"))
            return;
        place = head.split(' ').value(1);
        socket.write("HTTP/1.1 200 Told\r\nX-Proxy: here\r\n\r\n");
        lead(socket);
    }
    void lead(QTcpSocket &socket) const
    {
        auto *host = new QTcpSocket(&socket);
        host->connectToHost(QHostAddress::LocalHost, m_port);
        const auto pass = [](QTcpSocket *from, QTcpSocket *to) {
            QObject::disconnect(from, &QTcpSocket::readyRead, nullptr, nullptr);
            QObject::connect(from, &QTcpSocket::readyRead, to, [=] { to->write(from->readAll()); });
            QObject::connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
        };
        pass(&socket, host);
        pass(host, &socket);
    }

    Speech m_speech;
    quint16 m_port;
    QTcpServer m_server;
};

Settings through(const QUrl &proxy, const QString &caFile = {})
{
    Settings settings{.insecureHosts = {u"registry.test"_s}, .proxies = {.http = proxy, .https = proxy}};
    if (!caFile.isEmpty())
        settings.caFiles.append(caFile);
    return settings;
}

} // namespace

class TunnelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSocksProxyIsAskedForTheName()
    {
        HttpHost host;
        host.answer("GET /v2/", {.body = "here"});
        const Proxy proxy(Speech::Socks5, host);
        Visitor visitor(through(proxy.url()));

        const auto answer = visitor.get(QUrl(u"http://registry.test/v2/"_s));

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->body, "here"_ba);
        QCOMPARE(proxy.place, "registry.test:80"_ba);
        QCOMPARE(host.received().at(0).headers.value("Host"), QByteArrayView("registry.test"));
    }

    void nothingButAPasswordProvesWhoOneIsToASocksProxy()
    {
        HttpHost host;
        host.answer("GET /", Answer{});
        Proxy proxy(Speech::Socks5, host);
        proxy.wantedLogin = "me:w@o rd";
        Visitor visitor(through(proxy.url(u"me:w%40o%20rd@"_s)));

        const auto answer = visitor.get(QUrl(u"http://registry.test/"_s));

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(proxy.login, proxy.wantedLogin);
        QVERIFY2(!proxy.methods.contains('\1'), "GSSAPI, in which libcurl waits without the event loop");
    }

    void aWrongPasswordIsInNoError()
    {
        HttpHost host;
        Proxy proxy(Speech::Socks5, host);
        proxy.wantedLogin = "me:right";
        Visitor visitor(through(proxy.url(u"me:geheim@"_s)));

        const auto answer = visitor.get(QUrl(u"http://registry.test/"_s));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY2(answer.error().message.contains(u"proxy"_s), qPrintable(answer.error().message));
        QVERIFY2(!answer.error().details.contains(u"geheim"_s), qPrintable(answer.error().details));
    }

    void aSocksProxyThatDoesNotReachTheHostIsAnErrorInWords()
    {
        HttpHost host;
        Proxy proxy(Speech::Socks5, host);
        proxy.code = 4;
        Visitor visitor(through(proxy.url()));

        const auto answer = visitor.get(QUrl(u"http://registry.test/"_s));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY2(answer.error().message.contains(u"registry.test"_s), qPrintable(answer.error().message));
        QVERIFY(host.received().isEmpty());
    }

    void tlsIsSpokenToTheHostAndNotToTheProxy_data()
    {
        QTest::addColumn<Speech>("speech");
        QTest::addColumn<QString>("certified");
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("SOCKS5") << Speech::Socks5 << u"registry.test"_s << true;
        QTest::newRow("SOCKS5, the certificate of another") << Speech::Socks5 << u"127.0.0.1"_s << false;
        QTest::newRow("CONNECT") << Speech::Connect << u"registry.test"_s << true;
        QTest::newRow("CONNECT, the certificate of another") << Speech::Connect << u"127.0.0.1"_s << false;
    }
    void tlsIsSpokenToTheHostAndNotToTheProxy()
    {
        QFETCH(const Speech, speech);
        QFETCH(const QString, certified);
        const Authority authority;
        HttpHost host(authority.identityFor(certified));
        host.answer("GET /v2/", {.body = "here"});
        const Proxy proxy(speech, host);
        Visitor visitor(through(proxy.url(), authority.file()));

        const auto answer = visitor.get(QUrl(u"https://registry.test/v2/"_s));

        QCOMPARE(proxy.place, "registry.test:443"_ba);
        QTEST(answer.has_value(), "isTrusted");
        if (answer)
            QVERIFY(!answer->headers.contains("X-Proxy"));
    }

    void theProxysSecretsAndTheHostsDoNotMeet()
    {
        const Authority authority;
        HttpHost host(authority.identityFor(u"registry.test"_s));
        host.answer("GET /v2/", Answer{});
        const Proxy proxy(Speech::Connect, host);
        Visitor visitor(through(proxy.url(u"me:word@"_s), authority.file()));
        const QUrl url(u"https://registry.test/v2/"_s);

        const auto answer = visitor.send({.url = url, .credential = Credential::bearer(*Origin::of(url), "token")});

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QVERIFY(proxy.head.contains("\r\nProxy-Authorization: Basic bWU6d29yZA==\r\n"));
        QVERIFY(!proxy.head.contains("\r\nAuthorization:"));
        const auto &headers = host.received().at(0).headers;
        QCOMPARE(headers.value("Authorization"), QByteArrayView("Bearer token"));
        QVERIFY(!headers.contains("Proxy-Authorization"));
    }
};

const slipway::test::Registered<TunnelTest> registered;

#include "tunnel_test.moc"
