// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/network.h"

#include "core/http/trust.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::ctl
{
namespace
{

registry::Options registryOptions(const Options &options)
{
    registry::Options made{.insecureRegistries = options.insecureRegistries, .atOnce = options.parallel.value_or(1)};
    for (const auto &[registry, host] : options.trustedRealms)
        made.trustedRealms.append({.registry = registry, .host = host});
    return made;
}

} // namespace

Result<http::Settings> settingsOf(const Context &context, const Options &options)
{
    const auto proxies = http::proxiesOf(context.environment);
    if (!proxies)
        return failure(proxies.error());
    http::Settings settings{.insecureHosts = options.insecureRegistries,
                            .gathering = 300us, // fewer wake-ups: the processors are for others too
                            .proxies = *proxies,
                            .endpoints = context.endpoints};
    for (const auto &file : {options.caFile, context.environment.value(u"SSL_CERT_FILE"_s)}) {
        if (!file.isEmpty())
            settings.caFiles.append(QDir{context.folder}.absoluteFilePath(file));
    }
    if (options.parallel) {
        settings.parallel = *options.parallel;
        settings.slowStart = false;
    }
    return settings;
}

Network::Network(http::Settings settings, registry::Options options, Clock &clock,
                 std::unique_ptr<store::CacheFile> cache, std::unique_ptr<registry::Logins> logins)
    : m_cache(std::move(cache))
    , m_logins(std::move(logins))
    , m_http(std::move(settings), clock, m_cache.get())
    , m_registries(m_http, clock, [&] {
        options.logins = m_logins.get();
        options.cache = m_cache.get();
        return options;
    }())
{
}

void Network::flush()
{
    if (m_cache)
        m_cache->flush();
}

Result<std::unique_ptr<Network>> Network::make(const Context &context, const Options &options)
{
    const auto settings = settingsOf(context, options);
    if (!settings)
        return failure(settings.error());
    if (!options.caFile.isEmpty()) { // said at once, whatever is asked
        const auto authorities = http::authoritiesIn({settings->caFiles.first()});
        if (!authorities)
            return failure(authorities.error());
    }
    std::shared_ptr<const registry::Login> token;
    if (!options.tokenFile.isEmpty()) {
        const auto read = registry::readTokenFile(QDir{context.folder}.absoluteFilePath(options.tokenFile));
        if (!read)
            return failure(read.error());
        token = *read;
    }
    auto cache = options.noCache ? nullptr : std::make_unique<store::CacheFile>(store::cachePath(context.environment));
    auto logins = std::make_unique<registry::Logins>(context.environment, token);
    return std::unique_ptr<Network>(
        new Network(*settings, registryOptions(options), *context.clock, std::move(cache), std::move(logins)));
}

} // namespace slipway::ctl
