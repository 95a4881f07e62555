// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/demo/upstream.h"

#include "core/simulator/demo/publications.h"
#include "core/simulator/demo/service.h"
#include "core/simulator/demo/times.h"
#include "core/simulator/publish.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace slipway::simulator::demo
{

namespace
{

QStringList tags(const QString &version, const QString &suffix)
{
    QStringList all{version + suffix};
    if (isFinal(version)) {
        all += version.section(u'.', 0, 1) + suffix;
        all += version.section(u'.', 0, 0) + suffix;
        all += suffix.isEmpty() ? u"latest"_s : suffix.sliced(1);
    }
    return all;
}

void publishUpstream(World &world, const Upstream &upstream, const Publication &publication, const QString &suffix)
{
    const auto title = upstream.path.section(u'/', -1);
    const Image image{
        .layer = u"%1 %2"_s.arg(title, publication.version + suffix),
        .createdAt = publication.at,
        .labels = {{u"org.opencontainers.image.created"_s, timeText(publication.at)},
                   {u"org.opencontainers.image.title"_s, title},
                   {u"org.opencontainers.image.version"_s, publication.version}},
        .platforms = {{u"linux"_s, u"amd64"_s, {}}, {u"linux"_s, u"arm"_s, u"v7"_s}, {u"linux"_s, u"arm64"_s, {}}},
    };
    auto &images = world.registries[u"docker.io"_s].repositories[upstream.path];
    publish(images, world, image, tags(publication.version, suffix));
}

QJsonObject descriptor(const QString &mediaType, const QString &digest, qsizetype size)
{
    return {{u"mediaType"_s, mediaType}, {u"digest"_s, digest}, {u"size"_s, size}};
}

} // namespace

void addUpstreams(World &world, const QDateTime &start)
{
    const auto all = upstreams(start);
    for (const auto &upstream : all) {
        for (const auto &publication : upstream.releases) {
            world.now = publication.at;
            publishUpstream(world, upstream, publication, {});
            if (upstream.hasAlpine)
                publishUpstream(world, upstream, publication, u"-alpine"_s);
        }
    }
    world.registries[u"docker.io"_s].repositories[u"grafana/loki"_s].refusesUntil = at(start, u"+38m");
}

void addSignature(World &world)
{
    const auto bundle = u"application/vnd.dev.sigstore.bundle.v0.3+json"_s;
    auto &images = serviceImages(world, u"fogis-api-client-python"_s);
    const auto signedDigest = digestOf(images, u"1.5.0"_s);
    const auto subject = images.manifests.value(signedDigest);
    const auto content = compact({{u"mediaType"_s, bundle}, {u"note"_s, u"demo: not signed"_s}});
    const auto manifest = compact({
        {u"schemaVersion"_s, 2},
        {u"mediaType"_s, QString::fromLatin1(manifestType)},
        {u"artifactType"_s, bundle},
        {u"config"_s, descriptor(u"application/vnd.oci.empty.v1+json"_s, pushBlob(images, "{}"), 2)},
        {u"layers"_s, QJsonArray{descriptor(bundle, pushBlob(images, content), content.size())}},
        {u"subject"_s, descriptor(subject.mediaType, signedDigest, subject.bytes.size())},
    });
    const auto digest = pushManifest(images, world, QString::fromLatin1(manifestType), manifest, subject.publishedAt);
    auto entry = descriptor(QString::fromLatin1(manifestType), digest, manifest.size());
    entry.insert(u"artifactType"_s, bundle);
    const auto index = compact({
        {u"schemaVersion"_s, 2},
        {u"mediaType"_s, QString::fromLatin1(indexType)},
        {u"manifests"_s, QJsonArray{entry}},
    });
    const auto indexDigest = pushManifest(images, world, QString::fromLatin1(indexType), index, subject.publishedAt);
    moveTag(images, QString{signedDigest}.replace(u':', u'-'), indexDigest, subject.publishedAt);
}

} // namespace slipway::simulator::demo
