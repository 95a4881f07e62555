// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/visit.h"
#include "tests/support/certificates.h"
#include "tests/support/testcase.h"

#include <QDirListing>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

/// Node's HTTP/2: Qt has none of its own to answer with. Ends with it.
class Http2Host
{
public:
    explicit Http2Host(const Identity &identity)
    {
        m_node.start(u"node"_s, {QStringLiteral(SLIPWAY_TEST_DATA "/http2.mjs")});
        const QJsonObject pem{{u"key"_s, QString::fromUtf8(identity.key)},
                              {u"cert"_s, QString::fromUtf8(identity.certificates)}};
        m_node.write(QJsonDocument(pem).toJson());
        m_node.closeWriteChannel();
        while (!m_node.canReadLine() && m_node.waitForReadyRead())
            continue;
        m_port = m_node.readLine().trimmed().toUShort();
    }
    ~Http2Host()
    {
        m_node.kill();
        m_node.waitForFinished();
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString &path = u"/"_s) const
    {
        return QUrl(u"https://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
    }

private:
    QProcess m_node;
    quint16 m_port = 0;
};

/// This process's connections to that port.
QList<int> connectionsTo(quint16 port)
{
    QList<int> connections;
    for (const auto &entry : QDirListing(u"/proc/self/fd"_s)) {
        const int descriptor = entry.fileName().toInt();
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0 && peer.sin_family == AF_INET &&
            peer.sin_port == qToBigEndian(port))
            connections.append(descriptor);
    }
    return connections;
}

/// Whether what a connection sends waits for nothing.
bool sendsAtOnce(int connection)
{
    int noDelay = 0;
    socklen_t size = sizeof noDelay;
    getsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &noDelay, &size);
    return noDelay != 0;
}

} // namespace

class Http2Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSpokenWhereItIsOffered()
    {
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}});

        for (int request = 0; request < 3; ++request) {
            const auto answer = visitor.get(host.url());

            QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
            QCOMPARE(answer->body, "2.0 1"_ba);
        }
    }

    void isSentWithoutNaglesDelay()
    {
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}});

        const auto answer = visitor.get(host.url());

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        const auto connections = connectionsTo(host.port());
        QCOMPARE(connections.size(), 1);
        QVERIFY(sendsAtOnce(connections.first()));
    }

    void noProgramThatIsStartedInheritsTheConnection()
    {
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}});

        QVERIFY(visitor.get(host.url()));

        const auto connections = connectionsTo(host.port());
        QCOMPARE(connections.size(), 1);
        QVERIFY((fcntl(connections.first(), F_GETFD) & FD_CLOEXEC) != 0);
    }

    void anExchangeThatIsGivenUpLeavesTheOthersAndTheConnectionAlone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Limits>("limits");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("stopped") << u"/silent"_s << Limits{} << Error::Kind::Cancelled;
        QTest::newRow("too late") << u"/silent"_s << Limits{.deadline = 50ms} << Error::Kind::Timeout;
        QTest::newRow("too big") << u"/big"_s << Limits{.bytes = 100'000} << Error::Kind::Protocol;
    }
    void anExchangeThatIsGivenUpLeavesTheOthersAndTheConnectionAlone()
    {
        QFETCH(const QString, path);
        QFETCH(const Limits, limits);
        QFETCH(const Error::Kind, kind);
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}});
        std::stop_source stop;
        QVERIFY(visitor.get(host.url()));
        auto other = visitor.client.send({.url = host.url(u"/held"_s)}, visitor.stop.get_token());
        auto one = visitor.client.send({.url = host.url(path), .limits = limits}, stop.get_token());
        if (kind == Error::Kind::Cancelled) {
            QVERIFY(visitor.get(host.url())); // both are there by now
            stop.request_stop();
        }

        const auto ended = awaited(std::move(one));
        const auto answer = awaited(std::move(other));
        const auto next = visitor.get(host.url());

        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, kind);
        QVERIFY(answer && *answer);
        QCOMPARE((*answer)->body, "2.0 1"_ba);
        QVERIFY(next);
        QCOMPARE(next->body, "2.0 1"_ba);
    }

    void whoWaitsForAConnectionThatIsGivenUpMakesItsOwn()
    {
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}});
        std::stop_source stop;
        auto first = visitor.client.send({.url = host.url()}, stop.get_token());
        auto second = visitor.client.send({.url = host.url()}, visitor.stop.get_token());

        stop.request_stop();

        const auto stopped = awaited(std::move(first));
        const auto answer = awaited(std::move(second));
        QVERIFY(stopped && !*stopped);
        QVERIFY(answer && *answer);
    }

    void whatChangesSomethingSharesNoConnectionOverWhichItCouldBeSentAgain()
    {
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}});
        auto posting =
            visitor.client.send({.method = "POST", .url = host.url(u"/lost"_s), .body = "x"}, visitor.stop.get_token());
        QVERIFY(visitor.get(host.url()));

        const auto lose = visitor.get(host.url(u"/lose"_s));
        const auto posted = awaited(std::move(posting));

        QVERIFY(lose);
        QVERIFY2(posted && !*posted, "it was sent a second time, and answered then");
    }

    void whatOnlyAsksSharesTheConnection()
    {
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}});
        QVERIFY(visitor.get(host.url()));

        const auto answer =
            visitor.send({.method = "POST", .url = host.url(u"/graphql"_s), .body = "{}", .repeatable = true});

        QVERIFY(answer);
        QCOMPARE(answer->body, "2.0 1"_ba);
    }

    void manyAreAskedAtOnceOverOneConnection()
    {
        const Authority authority;
        const Http2Host host(authority.identityFor(u"127.0.0.1"_s));
        Visitor visitor({.caFiles = {authority.file()}, .parallel = 100, .slowStart = false});
        std::vector<QCoro::Task<Result<Response>>> sent;
        for (int i = 0; i < 100; ++i)
            sent.push_back(visitor.client.send({.url = host.url()}, visitor.stop.get_token()));

        QSet<QByteArray> bodies;
        for (auto &one : sent) {
            const auto answer = awaited(std::move(one));
            QVERIFY(answer && *answer);
            bodies.insert((*answer)->body);
        }

        QCOMPARE(bodies, QSet{"2.0 1"_ba});
    }
};

const slipway::test::Registered<Http2Test> registered;

#include "http2_test.moc"
