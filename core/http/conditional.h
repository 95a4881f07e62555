// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/cache.h"
#include "core/http/transport.h"

namespace slipway::http
{

/// Stage: a conditional GET asks with the ETag that is remembered; "304 Not Modified" brings the remembered answer,
/// with what the headers of the 304 say now. RFC 9110, sections 8.8.3 and 13.1.2; RFC 9111, section 3.2.
class Conditional final : public Transport
{
public:
    Conditional(Transport &next, Cache *cache);

    [[nodiscard]] QCoro::Task<Outcome> send(Request request, std::stop_token stop) override;

private:
    [[nodiscard]] QCoro::Task<Outcome> sendConditional(Request request, std::stop_token stop);

    Transport &m_next;
    Cache *m_cache;
};

/// An answer as the cache keeps it, and back: its body, its ETag, and the headers that its readers need (Link and
/// Content-Type). Nothing for an answer without ETag, or one that must not be stored.
[[nodiscard]] std::optional<Cache::Entry> remembered(const Response &answer);
[[nodiscard]] std::optional<Response> restored(const Cache::Entry &entry, const QUrl &url);

} // namespace slipway::http
