// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/cache.h"
#include "core/http/endpoints.h"
#include "core/http/proxies.h"
#include "core/http/transport.h"

#include <QStringList>

namespace slipway::http
{

/// What the person or the surroundings say about the network.
struct Settings
{
    QStringList insecureHosts = {}; ///< HOST or HOST:PORT that may be asked over plain http
    QStringList caFiles = {};       ///< PEM files whose certificates are trusted beside the system's
    int parallel = 16;              ///< most requests in flight a host
    bool slowStart = true;          ///< begin with 8 a host; false where the person named a number
    Proxies proxies = {};
    Endpoints endpoints = {};
};

/// The stages in their order (README.md): the one way out for every request.
class Client final : public Transport
{
public:
    /// The cache, if there is one, must outlive the client.
    explicit Client(Settings settings, Cache *cache = nullptr);
    ~Client() override;

    [[nodiscard]] QCoro::Task<Result<Response>> send(Request request, std::stop_token stop) override;

private:
    struct Stages;
    std::unique_ptr<Stages> m_stages;
};

} // namespace slipway::http
