// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/multi.h"
#include "core/http/settings.h"
#include "core/http/trust.h"

namespace slipway::http
{

/// The last stage: the wire, which is libcurl. Enforces the limits while the answer comes in, and turns a stop into the
/// end of the transfer.
class Network final : public Transport
{
public:
    explicit Network(Settings settings);

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    [[nodiscard]] Result<Route> routeOf(const Request &request);
    [[nodiscard]] const Result<Trust> &trust();

    Settings m_settings;
    QObject m_here;                  ///< of this thread
    const LibCurl *m_curl = nullptr; ///< loaded with the first request
    std::optional<Multi> m_multi;
    std::optional<Result<Trust>> m_trust;
};

} // namespace slipway::http
