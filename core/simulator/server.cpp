// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/server.h"

#include "core/simulator/wire.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{
namespace
{

constexpr int mostPending = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(slipway::simulator)
};

QSslKey keyOf(const QByteArray &pem)
{
    const QSslKey rsa{pem, QSsl::Rsa};
    return rsa.isNull() ? QSslKey{pem, QSsl::Ec} : rsa;
}

Result<std::unique_ptr<QTcpServer>> serverWith(const std::optional<Identity> &identity)
{
    if (!identity)
        return std::make_unique<QTcpServer>();
    const auto certificates = QSslCertificate::fromData(identity->certificates);
    const auto key = keyOf(identity->key);
    if (certificates.isEmpty() || key.isNull())
        return failure({.kind = Error::Kind::InvalidInput,
                        .message = certificates.isEmpty() ? Text::tr("The certificate is not a PEM certificate.")
                                                          : Text::tr("The key is not a PEM key.")});
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(certificates);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

void reset(QTcpSocket &socket)
{
    const linger hard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket.abort();
}

bool wantsToClose(const Request &request)
{
    return request.headers.value(QHttpHeaders::WellKnownHeader::Connection).compare("close", Qt::CaseInsensitive) == 0;
}

} // namespace

struct Server::Connection
{
    QTcpSocket *socket;
    QByteArray input = {};
    bool isOver = false; ///< nothing more is read or written

    void write(const QByteArray &method, const Answer &answer)
    {
        const bool hasBody = wire::hasBody(method, answer.status);
        socket->write(wire::head(answer, QDateTime::currentDateTimeUtc()) + (hasBody ? answer.body : QByteArray{}));
    }
    /// The head, and half of the body that it promises.
    void writeHalf(const QByteArray &method, const Answer &answer)
    {
        socket->write(wire::head(answer, QDateTime::currentDateTimeUtc()));
        if (wire::hasBody(method, answer.status))
            socket->write(answer.body.first(answer.body.size() / 2));
    }
    void close()
    {
        isOver = true;
        socket->disconnectFromHost();
    }
};

Server::Server(Handle handle)
    : m_handle(std::move(handle))
{
}

Server::~Server() = default;

Result<> Server::listen(quint16 port, const std::optional<Identity> &identity)
{
    auto server = serverWith(identity);
    if (!server)
        return failure(server.error());
    m_server = *std::move(server);
    m_scheme = identity ? u"https"_s : u"http"_s;
    m_server->setMaxPendingConnections(mostPending);
    m_server->setListenBacklogSize(mostPending);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = m_server->nextPendingConnection())
            accept(socket);
    });
    if (!m_server->listen(QHostAddress::LocalHost, port))
        return failure(
            {.kind = Error::Kind::Offline,
             .message = Text::tr("Port %1 of this machine cannot be used: %2.").arg(port).arg(m_server->errorString()),
             .remedy = Text::tr("Choose another port, or none: then a free one is taken.")});
    return {};
}

quint16 Server::port() const
{
    return m_server->serverPort();
}

void Server::accept(QTcpSocket *socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto connection = std::make_shared<Connection>(socket);
    connect(socket, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (socket->bytesAvailable() > 0)
        read(connection);
}

void Server::read(const std::shared_ptr<Connection> &connection)
{
    connection->input += connection->socket->readAll();
    while (!connection->isOver) {
        const auto request = wire::takeRequest(connection->input, m_scheme);
        if (!request) {
            connection->write("GET", {.status = request.error()});
            connection->close();
        } else if (!*request) {
            return;
        } else {
            reply(*connection, **request);
        }
    }
}

void Server::reply(Connection &connection, const Request &request)
{
    using Manner = Fault::Manner;
    const auto fault = m_faults.next(request);
    const bool isCut = fault && (fault->manner == Manner::CutShort || fault->manner == Manner::Stall);
    const auto answer = !fault || fault->isDone || isCut ? done(request) : fault->answer;
    if (!fault || fault->manner == Manner::Answer)
        connection.write(request.method, fault ? fault->answer : answer);
    else if (isCut)
        connection.writeHalf(request.method, answer);
    connection.isOver = fault && fault->manner != Manner::Answer;
    if (fault && fault->manner == Manner::Reset)
        reset(*connection.socket);
    else if ((fault && fault->manner == Manner::CutShort) || wantsToClose(request))
        connection.close();
}

Answer Server::done(const Request &request)
{
    auto answer = m_handle(request);
    if (m_heard)
        m_heard(request, answer);
    return answer;
}

} // namespace slipway::simulator
