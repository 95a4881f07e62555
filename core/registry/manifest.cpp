// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/manifest.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/registry/text.h"

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

enum class Shape { Index, Single, Unclear };

/// OCI and Docker name the same two shapes; anything else leaves it to the fields.
Shape shapeOf(const QByteArray &contentType)
{
    const auto type = contentType.split(';').constFirst().trimmed().toLower();
    if (type == "application/vnd.oci.image.index.v1+json" ||
        type == "application/vnd.docker.distribution.manifest.list.v2+json")
        return Shape::Index;
    if (type == "application/vnd.oci.image.manifest.v1+json" ||
        type == "application/vnd.docker.distribution.manifest.v2+json")
        return Shape::Single;
    return Shape::Unclear;
}

bool isImageConfigType(const QString &mediaType)
{
    return mediaType == "application/vnd.oci.image.config.v1+json"_L1 ||
           mediaType == "application/vnd.docker.container.image.v1+json"_L1;
}

QString textOrEmpty(const json::Value &in, QLatin1StringView field)
{
    const auto found = in.find(field);
    return found ? found->text() : QString{};
}

QMap<QString, QString> textsOrEmpty(const json::Value &in, QLatin1StringView field)
{
    const auto found = in.find(field);
    return found ? found->entries(&json::Value::text) : QMap<QString, QString>{};
}

Platform readPlatform(const json::Value &in)
{
    return Platform::of(in["os"_L1].text(), in["architecture"_L1].text(), textOrEmpty(in, "variant"_L1));
}

Manifest::Child readChild(const json::Value &in)
{
    Manifest::Child child{.digest = in["digest"_L1].parsed(Digest::parse)};
    if (const auto platform = in.find("platform"_L1))
        child.platform = readPlatform(*platform);
    const bool isUnknown = child.platform && child.platform->os == "unknown"_L1;
    child.isAttestation = isUnknown || textsOrEmpty(in, "annotations"_L1).contains(u"vnd.docker.reference.type"_s);
    if (child.isAttestation)
        child.platform.reset();
    return child;
}

Manifest::Layer readLayer(const json::Value &in)
{
    return {
        .digest = in["digest"_L1].parsed(Digest::parse),
        .mediaType = textOrEmpty(in, "mediaType"_L1),
        .annotations = textsOrEmpty(in, "annotations"_L1),
    };
}

/// A document that is both an index and a manifest means different things to different readers: CVE-2021-41190.
bool isAmbiguous(const json::Value &in)
{
    return in.find("manifests"_L1) && (in.find("layers"_L1) || in.find("config"_L1));
}

std::unexpected<Error> broken(const QString &message)
{
    return failure({Error::Kind::Protocol, message});
}

} // namespace

Result<Manifest> readManifest(const QByteArray &bytes, const QByteArray &contentType, const Digest &digest)
{
    const auto named = shapeOf(contentType);
    bool isV2 = false;
    bool ambiguous = false;
    auto manifest = json::decode(bytes, [&](const json::Value &in) {
        isV2 = in["schemaVersion"_L1].integer() == 2;
        ambiguous = isAmbiguous(in);
        Manifest read{.digest = digest};
        read.isIndex = named == Shape::Index || (named == Shape::Unclear && in.find("manifests"_L1));
        read.annotations = textsOrEmpty(in, "annotations"_L1);
        read.isImage = textOrEmpty(in, "artifactType"_L1).isEmpty();
        if (read.isIndex) {
            read.children = in["manifests"_L1].each(readChild);
        } else {
            read.config = in["config"_L1]["digest"_L1].parsed(Digest::parse);
            if (const auto layers = in.find("layers"_L1))
                read.layers = layers->each(readLayer);
            read.isImage = read.isImage && isImageConfigType(in["config"_L1]["mediaType"_L1].text());
        }
        return read;
    });
    if (manifest && !isV2)
        return broken(Text::tr("The manifest is of an old form (schema 1) that registries no longer serve."));
    if (manifest && ambiguous)
        return broken(Text::tr("The manifest is an index and a single image at once."));
    return manifest;
}

Result<ImageConfig> readImageConfig(const QByteArray &bytes)
{
    return json::decode(bytes, [](const json::Value &in) {
        ImageConfig config{.platform = readPlatform(in)};
        if (const auto created = parseTime(textOrEmpty(in, "created"_L1)))
            config.created = *created;
        if (const auto container = in.find("config"_L1))
            config.labels = textsOrEmpty(*container, "Labels"_L1);
        return config;
    });
}

} // namespace slipway::registry
