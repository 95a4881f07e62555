// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/client.h"

#include "core/registry/registry.h"
#include "core/registry/tags.h"
#include "core/registry/text.h"

#include <map>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

struct Client::Private
{
    http::Client &http;
    Clock &clock;
    Options options;
    std::map<QString, Registry> registries = {};

    /// Errors: InvalidInput, if no registry can have that name.
    Result<Registry *> find(const QString &name)
    {
        auto known = registries.find(name);
        if (known == registries.end()) {
            if (name.isEmpty())
                return failure({Error::Kind::InvalidInput, Text::tr("It is not known which registry has this image.")});
            const auto endpoint = endpointOf(name, options.insecureRegistries);
            if (const auto objection = http::urlObjection(endpoint.base); !objection.isEmpty())
                return failure(
                    {Error::Kind::InvalidInput, Text::tr("No registry can be named %1.").arg(name), {}, objection});
            known = registries.try_emplace(name, http, clock, options, endpoint).first;
        }
        return &known->second;
    }

    /// The same, for one of its manifests.
    Result<Registry *> find(const QString &name, const QString &tagOrDigest)
    {
        if (!isTag(tagOrDigest) && !Digest::parse(tagOrDigest))
            return failure(
                {Error::Kind::InvalidInput, Text::tr("“%1” is neither a tag nor a digest.").arg(tagOrDigest)});
        return find(name);
    }
};

Client::Client(http::Client &http, Clock &clock, Options options)
    : d{std::make_unique<Private>(http, clock, std::move(options))}
{
}

Client::~Client() = default;

void Client::expect(const QList<ImageRepository> &repositories)
{
    QHash<QString, QStringList> paths;
    for (const auto &repository : repositories)
        paths[repository.registry] += repository.path;
    for (auto entry = paths.cbegin(); entry != paths.cend(); ++entry) {
        if (const auto registry = d->find(entry.key()))
            (*registry)->expect(entry.value());
    }
}

QCoro::Task<Result<QStringList>> Client::tags(ImageRepository repository, std::stop_token stop)
{
    const auto registry = d->find(repository.registry);
    if (!registry)
        co_return failure(registry.error());
    co_return co_await (*registry)->tags(repository.path, stop);
}

QCoro::Task<Result<Digest>> Client::head(ImageRepository repository, QString tagOrDigest, std::stop_token stop)
{
    const auto registry = d->find(repository.registry, tagOrDigest);
    if (!registry)
        co_return failure(registry.error());
    const Named named{repository.path, tagOrDigest};
    co_return co_await (*registry)->head(named, stop);
}

QCoro::Task<Result<Manifest>> Client::manifest(ImageRepository repository, QString tagOrDigest, std::stop_token stop)
{
    const auto registry = d->find(repository.registry, tagOrDigest);
    if (!registry)
        co_return failure(registry.error());
    const Named named{repository.path, tagOrDigest};
    co_return co_await (*registry)->manifest(named, stop);
}

QCoro::Task<Result<ImageConfig>> Client::config(ImageRepository repository, Digest digest, std::stop_token stop)
{
    const auto registry = d->find(repository.registry);
    if (!registry)
        co_return failure(registry.error());
    const Named named{repository.path, digest.text()};
    co_return co_await (*registry)->config(named, stop);
}

QCoro::Task<Result<QByteArray>> Client::blob(ImageRepository repository, Digest digest, std::stop_token stop)
{
    const auto registry = d->find(repository.registry);
    if (!registry)
        co_return failure(registry.error());
    const Named named{repository.path, digest.text()};
    co_return co_await (*registry)->blob(named, stop);
}

} // namespace slipway::registry
