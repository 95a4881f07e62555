// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/transport.h"

namespace slipway::http
{

/// Stage: a line for each exchange in the category slipway.http (debug): method, URL without query, status or error,
/// time.
class RequestLog final : public Transport
{
public:
    explicit RequestLog(Transport &next);

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    [[nodiscard]] QCoro::Task<Outcome> sendLogged(Request request, std::stop_token stop);

    Transport &m_next;
};

} // namespace slipway::http
