// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHttpHeaders>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace slipway::test
{

/// A request as it came in.
struct Received
{
    QByteArray method;
    QByteArray target; ///< as on the request line: a path with query, for a proxy a whole URL or HOST:PORT
    QHttpHeaders headers = {};
    QByteArray body = {};
    int connection = 0; ///< from 1, in the order in which they were opened
};

/// An answer, and the manner in which it comes.
struct Answer
{
    enum class Manner {
        Whole,
        Chunked,
        UntilClose, ///< without a length: the body ends with the connection
        CutShort,   ///< promises the whole body, sends half of it, closes
        CutChunk,   ///< chunked, closed before the last chunk
        Drip,       ///< a byte of the body every 20 ms
        Stall,      ///< half the body, then nothing
        Silent,     ///< nothing at all
        Close,      ///< the connection is closed without a byte
        Reset,      ///< the same, with a reset
        Held,       ///< whole, but only when the test says release()
    };

    int status = 200;
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< a Content-Length here takes the place of the right one
    Manner manner = Manner::Whole;
};

/// A PEM certificate with its chain, and its PEM key.
struct Identity
{
    QByteArray certificates = {};
    QByteArray key = {};
};

/// A real HTTP/1.1 server on a port of 127.0.0.1 that the system chose. It answers as told and remembers what it was
/// asked. An unexpected request is answered with 501 and fails the test when the host goes away.
class HttpHost final : public QObject
{
public:
    HttpHost();
    explicit HttpHost(const Identity &identity); ///< speaks TLS
    ~HttpHost() override;

    [[nodiscard]] QUrl url(const QString &pathAndQuery = QStringLiteral("/")) const;
    [[nodiscard]] QString authority() const; ///< "127.0.0.1:PORT"

    /// What to answer to "GET /path"; further calls add the answers that follow, and the last one stays.
    void answer(const QByteArray &what, Answer answer);
    /// The same, from the request.
    void answer(const QByteArray &what, std::function<Answer(const Received &)> make);
    /// What to answer to all that nothing was told for.
    void otherwise(std::function<Answer(const Received &)> make) { m_otherwise = std::move(make); }
    void release(qsizetype most = -1); ///< lets the oldest held answers go, all of them if no number is given

    [[nodiscard]] const QList<Received> &received() const { return m_received; }
    [[nodiscard]] int count(const QByteArray &what) const; ///< requests of "GET /path" so far
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int inFlight() const { return m_inFlight; } ///< requests that are not answered, on open connections
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }

private:
    struct Connection;

    void serve(std::unique_ptr<QTcpServer> server);
    void accept(QTcpSocket *socket);
    void read(Connection &connection);
    void reply(Connection &connection, const Received &request);
    void send(Connection &connection, const Answer &answer);
    [[nodiscard]] Answer answerTo(const Received &request);

    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme;
    std::map<QByteArray, QList<std::function<Answer(const Received &)>>> m_answers;
    std::function<Answer(const Received &)> m_otherwise;
    std::vector<std::pair<QTcpSocket *, std::function<void()>>> m_held;
    QList<Received> m_received;
    QStringList m_unexpected;
    int m_connections = 0;
    int m_inFlight = 0;
    int m_mostInFlight = 0;
};

} // namespace slipway::test
