// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "core/http/client.h"
#include "core/registry/client.h"
#include "core/registry/logins.h"
#include "core/store/cachefile.h"
#include "core/updates/run.h"

#include <memory>

namespace slipway::ctl
{

/// What the options and the environment say about the network. Errors: InvalidInput: a proxy that cannot be used.
[[nodiscard]] Result<http::Settings> settingsOf(const Context &context, const Options &options);

/// The way to the registries, as the options and the environment say; made for one run, and outlives its tasks.
class Network
{
public:
    /// Errors: InvalidInput or Storage: a proxy, a certificate file or a token file that cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<Network>> make(const Context &context, const Options &options);

    [[nodiscard]] registry::Client &registries() { return m_registries; }
    /// Begins to write what was cached; nothing with --no-cache.
    void flush();

private:
    Network(http::Settings settings, registry::Options options, Clock &clock, std::unique_ptr<store::CacheFile> cache,
            std::unique_ptr<registry::Logins> logins);

    std::unique_ptr<store::CacheFile> m_cache; ///< null with --no-cache
    std::unique_ptr<registry::Logins> m_logins;
    http::Client m_http;
    registry::Client m_registries;
};

} // namespace slipway::ctl
