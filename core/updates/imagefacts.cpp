// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/imagefacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

QList<Platform> platformsOf(const registry::Manifest &index)
{
    QList<Platform> platforms;
    for (const auto &child : index.children) {
        if (!child.isAttestation && child.platform && !platforms.contains(*child.platform))
            platforms.append(*child.platform);
    }
    return platforms;
}

/// The child whose configuration is read.
const registry::Manifest::Child *chosenChild(const registry::Manifest &index, QList<Platform> preferred)
{
    preferred.append(Platform::of(u"linux"_s, u"amd64"_s, {}));
    for (const auto &platform : std::as_const(preferred)) {
        for (const auto &child : index.children) {
            if (!child.isAttestation && child.platform == platform)
                return &child;
        }
    }
    const auto first = std::ranges::find(index.children, false, &registry::Manifest::Child::isAttestation);
    return first == index.children.end() ? nullptr : &*first;
}

bool isGone(const auto &fetched)
{
    return !fetched && fetched.error().kind == Error::Kind::NotFound;
}

/// What is left of an image of which clean-up jobs have deleted a part.
ImageFacts broken(ImageFacts facts, const std::optional<Platform> &platform)
{
    facts.isBroken = true;
    if (platform)
        facts.platforms.removeAll(*platform);
    return facts;
}

QString schemaLabel(const QString &name)
{
    if (name == "source"_L1)
        return u"org.label-schema.vcs-url"_s;
    if (name == "revision"_L1)
        return u"org.label-schema.vcs-ref"_s;
    return u"org.label-schema."_s + name;
}

} // namespace

std::optional<QDateTime> ImageFacts::created() const
{
    static const QDateTime believable(QDate(2000, 1, 1), QTime(0, 0), QTimeZone::UTC);
    const auto time = config ? config->created : std::nullopt;
    return time && *time >= believable ? time : std::nullopt;
}

QString ImageFacts::label(const QString &name) const
{
    const QStringList keys{u"org.opencontainers.image."_s + name, schemaLabel(name)};
    for (const auto &key : keys) {
        const auto inConfig = config ? config->labels.value(key) : QString{};
        const QStringList values{inConfig, manifest.annotations.value(key), childAnnotations.value(key)};
        for (const auto &value : values) {
            if (!value.isEmpty())
                return value;
        }
    }
    return {};
}

QCoro::Task<Result<ImageFacts>> imageFacts(registry::Client *client, ImageRepository repository, QString tagOrDigest,
                                           QList<Platform> preferred, std::stop_token stop)
{
    const auto manifest = co_await client->manifest(repository, tagOrDigest, stop);
    if (!manifest)
        co_return failure(manifest.error());
    ImageFacts facts{.manifest = *manifest, .platforms = platformsOf(*manifest), .config = {}, .childAnnotations = {}};
    auto single = *manifest;
    std::optional<Platform> platform;
    if (manifest->isIndex) {
        const auto *child = chosenChild(*manifest, preferred);
        if (!child)
            co_return facts;
        platform = child->platform;
        const auto digest = child->digest.text();
        const auto fetched = co_await client->manifest(repository, digest, stop);
        if (isGone(fetched))
            co_return broken(facts, platform);
        if (!fetched)
            co_return failure(fetched.error());
        single = *fetched;
        facts.childAnnotations = single.annotations;
    }
    if (!single.isImage || !single.config)
        co_return facts;
    const auto config = co_await client->config(repository, *single.config, stop);
    if (isGone(config))
        co_return broken(facts, platform);
    if (!config)
        co_return failure(config.error());
    facts.config = *config;
    if (!manifest->isIndex)
        facts.platforms = {config->platform};
    co_return facts;
}

std::optional<Digest> digestFor(const registry::Manifest &manifest, const Platform &platform)
{
    if (!manifest.isIndex)
        return manifest.digest;
    const auto child = std::ranges::find_if(manifest.children, [&](const registry::Manifest::Child &each) {
        return !each.isAttestation && each.platform == platform;
    });
    return child == manifest.children.end() ? std::nullopt : std::optional{child->digest};
}

} // namespace slipway::updates
