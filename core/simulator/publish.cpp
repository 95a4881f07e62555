// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/publish.h"

#include "core/image/digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace slipway::simulator
{

using namespace Qt::StringLiterals;

namespace
{

QJsonObject descriptor(const QString &mediaType, const QString &digest, qsizetype size)
{
    return {{u"mediaType"_s, mediaType}, {u"digest"_s, digest}, {u"size"_s, size}};
}

QJsonObject blob(ImageRepository &repository, const QString &mediaType, const QByteArray &bytes)
{
    return descriptor(mediaType, pushBlob(repository, bytes), bytes.size());
}

QJsonObject platformJson(const Platform &platform)
{
    QJsonObject json{{u"architecture"_s, platform.architecture}, {u"os"_s, platform.os}};
    if (!platform.variant.isEmpty())
        json.insert(u"variant"_s, platform.variant);
    return json;
}

QJsonObject rootfs(const QJsonObject &layer)
{
    return {{u"diff_ids"_s, QJsonArray{layer["digest"_L1]}}, {u"type"_s, u"layers"_s}};
}

/// A manifest of a configuration and one layer, as its descriptor.
QJsonObject manifest(ImageRepository &repository, World &world, const QJsonObject &config, const QJsonObject &layer,
                     const QDateTime &at)
{
    const auto bytes = compact({
        {u"schemaVersion"_s, 2},
        {u"mediaType"_s, QString::fromLatin1(manifestType)},
        {u"config"_s, blob(repository, u"application/vnd.oci.image.config.v1+json"_s, compact(config))},
        {u"layers"_s, QJsonArray{layer}},
    });
    const auto digest = pushManifest(repository, world, QString::fromLatin1(manifestType), bytes, at);
    return descriptor(QString::fromLatin1(manifestType), digest, bytes.size());
}

QJsonObject platformManifest(ImageRepository &repository, World &world, const Image &image, const Platform &platform)
{
    const auto line = u"%1 %2\n"_s.arg(image.layer, text(platform));
    const auto layer = blob(repository, u"application/vnd.oci.image.layer.v1.tar"_s, line.toUtf8());
    QJsonObject labels;
    for (const auto &[name, value] : image.labels.asKeyValueRange())
        labels.insert(name, value);
    auto config = platformJson(platform);
    config.insert(u"config"_s, QJsonObject{{u"Labels"_s, labels}});
    config.insert(u"created"_s, timeText(image.createdAt));
    config.insert(u"rootfs"_s, rootfs(layer));
    auto entry = manifest(repository, world, config, layer, image.createdAt);
    entry.insert(u"platform"_s, platformJson(platform));
    return entry;
}

QJsonObject statement(const Image &image, const QString &digest)
{
    const auto workflow = u".github/workflows/docker-build.yml"_s;
    const auto ref = u"refs/heads/main"_s;
    const QJsonObject definition{
        {u"buildType"_s, u"https://actions.github.io/buildtypes/workflow/v1"_s},
        {u"externalParameters"_s,
         QJsonObject{
             {u"workflow"_s, QJsonObject{{u"path"_s, workflow}, {u"ref"_s, ref}, {u"repository"_s, image.source}}}}},
    };
    const QString builder = image.source + u'/' + workflow + u'@' + ref;
    return {
        {u"_type"_s, u"https://in-toto.io/Statement/v1"_s},
        {u"predicateType"_s, u"https://slsa.dev/provenance/v1"_s},
        {u"subject"_s, QJsonArray{QJsonObject{{u"name"_s, image.subject},
                                              {u"digest"_s, QJsonObject{{u"sha256"_s, digest.sliced(7)}}}}}},
        {u"predicate"_s, QJsonObject{{u"buildDefinition"_s, definition},
                                     {u"runDetails"_s, QJsonObject{{u"builder"_s, QJsonObject{{u"id"_s, builder}}}}}}},
    };
}

QJsonObject attestation(ImageRepository &repository, World &world, const Image &image, const QString &digest)
{
    auto layer = blob(repository, u"application/vnd.in-toto+json"_s, compact(statement(image, digest)));
    layer.insert(u"annotations"_s, QJsonObject{{u"in-toto.io/predicate-type"_s, u"https://slsa.dev/provenance/v1"_s}});
    const Platform none{u"unknown"_s, u"unknown"_s, {}};
    auto config = platformJson(none);
    config.insert(u"config"_s, QJsonObject{});
    config.insert(u"rootfs"_s, rootfs(layer));
    auto entry = manifest(repository, world, config, layer, image.createdAt);
    entry.insert(u"platform"_s, platformJson(none));
    entry.insert(u"annotations"_s, QJsonObject{
                                       {u"vnd.docker.reference.type"_s, u"attestation-manifest"_s},
                                       {u"vnd.docker.reference.digest"_s, digest},
                                   });
    return entry;
}

} // namespace

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

QString timeText(const QDateTime &at)
{
    return at.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ");
}

QString pushBlob(ImageRepository &repository, const QByteArray &bytes)
{
    const auto digest = Digest::of(bytes).text();
    repository.blobs.insert(digest, bytes);
    return digest;
}

QString pushManifest(ImageRepository &repository, World &world, const QString &mediaType, const QByteArray &bytes,
                     const QDateTime &at)
{
    const auto digest = Digest::of(bytes).text();
    if (!repository.manifests.contains(digest))
        repository.manifests.insert(digest, {nextId(world), mediaType, bytes, at, at});
    return digest;
}

void moveTag(ImageRepository &repository, const QString &tag, const QString &digest, const QDateTime &at)
{
    const auto found = std::ranges::find(repository.tags, tag, &Tag::name);
    if (found == repository.tags.end()) {
        repository.tags.append({tag, digest});
    } else {
        if (const auto old = repository.manifests.find(found->digest); old != repository.manifests.end())
            old->updatedAt = at;
        found->digest = digest;
    }
    if (const auto now = repository.manifests.find(digest); now != repository.manifests.end())
        now->updatedAt = at;
}

QMap<QString, QString> labelsOf(const ImageRepository &repository, const QString &digest)
{
    const auto parsed = [](const QByteArray &bytes) { return QJsonDocument::fromJson(bytes).object(); };
    auto manifest = parsed(repository.manifests.value(digest).bytes);
    if (const auto platforms = manifest["manifests"_L1].toArray(); !platforms.isEmpty())
        manifest = parsed(repository.manifests.value(platforms[0].toObject()["digest"_L1].toString()).bytes);
    const auto config = parsed(repository.blobs.value(manifest["config"_L1].toObject()["digest"_L1].toString()));
    const auto labels = config["config"_L1].toObject()["Labels"_L1].toObject();
    QMap<QString, QString> all;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        all.insert(label.key(), label.value().toString());
    return all;
}

QString publish(ImageRepository &repository, World &world, const Image &image, const QStringList &tags)
{
    QJsonArray manifests;
    for (const auto &platform : image.platforms)
        manifests.append(platformManifest(repository, world, image, platform));
    if (!image.source.isEmpty()) {
        for (qsizetype i = 0; i < image.platforms.size(); ++i)
            manifests.append(attestation(repository, world, image, manifests[i].toObject()["digest"_L1].toString()));
    }
    const auto bytes = compact({
        {u"schemaVersion"_s, 2},
        {u"mediaType"_s, QString::fromLatin1(indexType)},
        {u"manifests"_s, manifests},
    });
    const auto digest = pushManifest(repository, world, QString::fromLatin1(indexType), bytes, image.createdAt);
    for (const auto &tag : tags)
        moveTag(repository, tag, digest, image.createdAt);
    return digest;
}

} // namespace slipway::simulator
