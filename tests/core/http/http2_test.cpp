// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/visit.h"
#include "tests/support/certificates.h"
#include "tests/support/testcase.h"

#include <QDirListing>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Node's HTTP/2: Qt has none of its own to answer with. Ends with it.
class Http2Host
{
public:
    explicit Http2Host(const Identity &identity)
    {
        m_node.start(u"node"_s, {QFINDTESTDATA("http2.mjs")});
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
    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(m_port)); }

private:
    QProcess m_node;
    quint16 m_port = 0;
};

/// Of each connection of this process to that port, whether what it sends waits for nothing.
QList<bool> sendAtOnce(quint16 port)
{
    QList<bool> connections;
    for (const auto &entry : QDirListing(u"/proc/self/fd"_s)) {
        const int descriptor = entry.fileName().toInt();
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0 || peer.sin_family != AF_INET ||
            peer.sin_port != qToBigEndian(port))
            continue;
        int noDelay = 0;
        size = sizeof noDelay;
        getsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &noDelay, &size);
        connections.append(noDelay != 0);
    }
    return connections;
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
        QCOMPARE(sendAtOnce(host.port()), QList{true});
    }
};

const slipway::test::Registered<Http2Test> registered;

#include "http2_test.moc"
