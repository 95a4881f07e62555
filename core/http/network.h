// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/settings.h"
#include "core/http/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace slipway::http
{

/// The last stage: the wire. The only place that builds a QNetworkRequest; enforces the limits while the answer comes
/// in, turns a stop into an abort, and Qt's errors into ours.
class Network final : public Transport
{
public:
    explicit Network(Settings settings);

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    [[nodiscard]] Result<QNetworkRequest> onTheWire(const Request &request);
    [[nodiscard]] Result<> secure(QNetworkRequest &wire);
    void setUp(QNetworkAccessManager &access) const;

    Settings m_settings;
    QNetworkAccessManager m_access;
    QNetworkRequest m_template;
    std::optional<Result<QSslConfiguration>> m_trust; ///< made with the first https request: TLS costs its start
};

} // namespace slipway::http
