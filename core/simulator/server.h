// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/simulator/exchange.h"
#include "core/simulator/faults.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace slipway::simulator
{

/// A PEM certificate (with its chain) and its PEM key.
struct Identity
{
    QByteArray certificates;
    QByteArray key;
};

/// Speaks HTTP/1.1 on a port of this machine alone, with TLS if it has an identity. What it answers comes from one
/// function; which host is meant is told by the request's Host, so one port stands for all names.
class Server final : public QObject
{
public:
    using Handle = std::function<Answer(const Request &request)>;
    using Heard = std::function<void(const Request &request, const Answer &answer)>;

    explicit Server(Handle handle);
    ~Server() override;

    /// Port 0 is one that the system chooses. Errors: InvalidInput (certificate or key), Offline (the port is taken).
    [[nodiscard]] Result<> listen(quint16 port = 0, const std::optional<Identity> &identity = {});

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString scheme() const { return m_scheme; }

    [[nodiscard]] Faults &faults() { return m_faults; }
    /// Is told of each exchange that was done, before its answer goes out (and also if that gets lost).
    void tell(Heard heard) { m_heard = std::move(heard); }

private:
    struct Connection;

    void accept(QTcpSocket *socket);
    void read(const std::shared_ptr<Connection> &connection);
    void reply(Connection &connection, const Request &request);
    [[nodiscard]] Answer done(const Request &request);

    Handle m_handle;
    Heard m_heard;
    Faults m_faults;
    std::unique_ptr<QTcpServer> m_server;
    QString m_scheme = QStringLiteral("http");
};

} // namespace slipway::simulator
