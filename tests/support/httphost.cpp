// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httphost.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <sys/socket.h>

#include <algorithm>
#include <optional>

namespace slipway::test
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Manner = Answer::Manner;

struct HttpHost::Connection
{
    QTcpSocket *socket;
    int number;
    QByteArray input = {};
    bool busy = false; ///< a request is not answered yet
};

namespace
{

/// The first whole request of the input, which it is taken from; nothing if more has to come.
std::optional<Received> takeRequest(QByteArray &input)
{
    const auto end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const auto lines = input.first(end).split('\n');
    const auto words = lines.front().trimmed().split(' ');
    Received request{.method = words.value(0), .target = words.value(1)};
    const auto fields = lines.sliced(1);
    for (const auto &line : fields) {
        const auto colon = line.indexOf(':');
        request.headers.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    const auto length = request.headers.value(QHttpHeaders::WellKnownHeader::ContentLength).toLongLong();
    if (input.size() < end + 4 + length)
        return {};
    request.body = input.sliced(end + 4, length);
    input.remove(0, end + 4 + length);
    return request;
}

QByteArray headOf(const Answer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Told\r\n";
    const bool chunked = answer.manner == Manner::Chunked || answer.manner == Manner::CutChunk;
    bool hasLength = answer.manner == Manner::UntilClose || chunked || answer.status == 304;
    for (const auto &[name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
        hasLength |= name.compare("Content-Length", Qt::CaseInsensitive) == 0;
    }
    if (chunked)
        head += "Transfer-Encoding: chunked\r\n";
    if (!hasLength)
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    return head + "\r\n";
}

QByteArray chunk(QByteArrayView bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes.toByteArray() + "\r\n";
}

/// The bytes of the answer that go out at once.
QByteArray firstBytes(const Answer &answer)
{
    const auto half = QByteArrayView(answer.body).first(answer.body.size() / 2);
    switch (answer.manner) {
    case Manner::Chunked: return headOf(answer) + chunk(half) + chunk(answer.body.sliced(half.size())) + "0\r\n\r\n";
    case Manner::CutChunk: return headOf(answer) + chunk(half);
    case Manner::CutShort:
    case Manner::Stall: return headOf(answer) + half.toByteArray();
    case Manner::Drip: return headOf(answer);
    case Manner::Silent:
    case Manner::Close:
    case Manner::Reset: return {};
    default: return headOf(answer) + answer.body;
    }
}

void reset(QTcpSocket *socket)
{
    const linger hard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

void drip(QTcpSocket *socket, const QByteArray &body)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, body, at = qsizetype{0}]() mutable {
        socket->write(body.sliced(at, 1));
        if (++at == body.size())
            timer->stop();
    });
    timer->start(20ms);
}

} // namespace

HttpHost::HttpHost()
    : m_scheme(u"http"_s)
{
    serve(std::make_unique<QTcpServer>());
}

HttpHost::HttpHost(const Identity &identity)
    : m_scheme(u"https"_s)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromData(identity.certificates));
    tls.setPrivateKey(QSslKey(identity.key, QSsl::Rsa));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    serve(std::move(server));
}

HttpHost::~HttpHost()
{
    m_server.reset(); // its connections say goodbye to what else is here
    for (const auto &what : std::as_const(m_unexpected))
        QTest::qFail(qPrintable(u"unexpected request: "_s + what), __FILE__, __LINE__);
}

QUrl HttpHost::url(const QString &pathAndQuery) const
{
    return QUrl(m_scheme + u"://"_s + authority() + pathAndQuery, QUrl::StrictMode);
}

QString HttpHost::authority() const
{
    return u"127.0.0.1:%1"_s.arg(m_server->serverPort());
}

void HttpHost::answer(const QByteArray &what, Answer answer)
{
    this->answer(what, [answer = std::move(answer)](const Received &) { return answer; });
}

void HttpHost::answer(const QByteArray &what, std::function<Answer(const Received &)> make)
{
    m_answers[what].append(std::move(make));
}

void HttpHost::release(qsizetype most)
{
    auto held = std::exchange(m_held, {});
    for (auto &[socket, go] : held) {
        if (most-- != 0)
            go();
        else
            ++most, m_held.emplace_back(socket, std::move(go));
    }
}

int HttpHost::count(const QByteArray &what) const
{
    return static_cast<int>(
        std::ranges::count_if(m_received, [&](const Received &one) { return one.method + ' ' + one.target == what; }));
}

void HttpHost::serve(std::unique_ptr<QTcpServer> server)
{
    m_server = std::move(server);
    m_server->setMaxPendingConnections(1000);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = m_server->nextPendingConnection())
            accept(socket);
    });
    m_server->listen(QHostAddress::LocalHost);
}

void HttpHost::accept(QTcpSocket *socket)
{
    auto connection = std::make_shared<Connection>(socket, ++m_connections);
    connect(socket, &QTcpSocket::readyRead, this, [this, connection] {
        connection->input += connection->socket->readAll();
        read(*connection);
    });
    connect(socket, &QTcpSocket::disconnected, this, [this, connection] {
        if (std::exchange(connection->busy, false))
            --m_inFlight;
        std::erase_if(m_held, [&](const auto &held) { return held.first == connection->socket; });
        connection->socket->deleteLater();
    });
    if (socket->bytesAvailable() > 0)
        Q_EMIT socket->readyRead();
}

void HttpHost::read(Connection &connection)
{
    while (!connection.busy) {
        auto request = takeRequest(connection.input);
        if (!request)
            return;
        request->connection = connection.number;
        connection.busy = true;
        m_mostInFlight = std::max(m_mostInFlight, ++m_inFlight);
        m_received.append(*request);
        reply(connection, *request);
    }
}

void HttpHost::reply(Connection &connection, const Received &request)
{
    auto answer = answerTo(request);
    if (request.method == "HEAD" && answer.manner == Manner::Whole) {
        answer.headers.emplaceBack("Content-Length", QByteArray::number(answer.body.size()));
        answer.body.clear();
    }
    if (answer.manner == Manner::Held)
        m_held.emplace_back(connection.socket, [this, &connection, answer] {
            send(connection, answer);
            read(connection);
        });
    else
        send(connection, answer);
}

void HttpHost::send(Connection &connection, const Answer &answer)
{
    auto *socket = connection.socket;
    socket->write(firstBytes(answer));
    switch (answer.manner) {
    case Manner::Drip: drip(socket, answer.body); break;
    case Manner::Stall:
    case Manner::Silent: break;
    case Manner::Reset: reset(socket); break;
    case Manner::Close:
    case Manner::UntilClose:
    case Manner::CutShort:
    case Manner::CutChunk: socket->disconnectFromHost(); break;
    default: connection.busy = false; --m_inFlight;
    }
}

Answer HttpHost::answerTo(const Received &request)
{
    const QByteArray what = request.method + ' ' + request.target;
    const auto found = m_answers.find(what);
    if (found == m_answers.end() && m_otherwise)
        return m_otherwise(request);
    if (found == m_answers.end()) {
        m_unexpected.append(QString::fromUtf8(what));
        return {.status = 501, .body = "unexpected"};
    }
    auto &queue = found->second;
    const auto make = queue.size() > 1 ? queue.takeFirst() : queue.front();
    return make(request);
}

} // namespace slipway::test
