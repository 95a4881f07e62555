// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/registryapi.h"

#include "core/simulator/registrytoken.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator
{

namespace
{

using Header = QHttpHeaders::WellKnownHeader;

constexpr int defaultPage = 100;
constexpr int signedForSeconds = 300;

/// "/v2/NAME/KIND/REFERENCE".
struct Path
{
    QString name;
    QString kind;
    QString reference;
};

std::optional<Path> parsed(const QString &path)
{
    static const QRegularExpression shape{
        u"^/v2/(?<name>[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)/(?<kind>tags|manifests|blobs|referrers)/(?<reference>[^/]+)$"_s};
    const auto match = shape.match(QUrl::fromPercentEncoding(path.toLatin1()));
    if (!match.hasMatch())
        return {};
    return Path{match.captured(u"name"), match.captured(u"kind"), match.captured(u"reference")};
}

/// The registry that a host stands for; at another name, the one that has the repository.
RegistryPlace placeOf(const World &world, const QString &host, const QString &path)
{
    const auto &places = registryPlaces();
    const auto named = std::ranges::find_if(places, [&](const RegistryPlace &place) {
        return place.api.contains(host) || place.tokens == host || place.storage == host;
    });
    if (named != places.end())
        return *named;
    const auto having = std::ranges::find_if(
        places, [&](const RegistryPlace &place) { return images(world, place.registry, path) != nullptr; });
    return having == places.end() ? places.first() : *having;
}

Answer tagsAnswer(const ImageRepository &repository, const Path &path, const Request &request)
{
    const auto asked = request.query.queryItemValue(u"n"_s);
    const auto size = asked.isEmpty() ? defaultPage : asked.toInt();
    if (size <= 0)
        return registryError(400, u"PAGINATION_NUMBER_INVALID"_s, u"invalid number of results requested"_s);
    const auto last = request.query.queryItemValue(u"last"_s, QUrl::FullyDecoded);
    const auto found = std::ranges::find(repository.tags, last, &Tag::name);
    const auto begin = found == repository.tags.end() ? 0 : std::distance(repository.tags.begin(), found) + 1;
    const auto page = repository.tags.mid(begin, size);

    QJsonArray names;
    for (const auto &tag : page)
        names.append(tag.name);
    auto answer = jsonAnswer({{u"name"_s, path.name}, {u"tags"_s, names}});
    if (begin + page.size() < repository.tags.size()) {
        const auto next = QString::fromLatin1(QUrl::toPercentEncoding(page.last().name));
        answer.headers.append(Header::Link,
                              u"</v2/%1/tags/list?last=%2&n=%3>; rel=\"next\""_s.arg(path.name, next).arg(size));
    }
    return answer;
}

bool accepts(const Request &request, const QString &mediaType)
{
    const auto all = request.headers.combinedValue(Header::Accept);
    return std::ranges::any_of(all.split(','), [&](const QByteArray &one) {
        return one.first(one.indexOf(';') < 0 ? one.size() : one.indexOf(';')).trimmed() == mediaType.toLatin1();
    });
}

Answer manifestAnswer(const ImageRepository &repository, const Path &path, const Request &request)
{
    const auto digest = path.reference.contains(u':') ? path.reference : digestOf(repository, path.reference);
    const auto found = repository.manifests.constFind(digest);
    if (found == repository.manifests.cend())
        return registryError(404, u"MANIFEST_UNKNOWN"_s, u"manifest unknown"_s);
    if (!accepts(request, found->mediaType)) {
        return registryError(404, u"MANIFEST_UNKNOWN"_s,
                             found->mediaType.contains("index"_L1)
                                 ? u"OCI index found, but Accept header does not support OCI indexes"_s
                                 : u"OCI manifest found, but Accept header does not support OCI manifests"_s);
    }
    Answer answer{.status = 200, .headers = {}, .body = found->bytes};
    answer.headers.append(Header::ContentType, found->mediaType);
    answer.headers.append("Docker-Content-Digest", digest);
    return answer;
}

Answer blobBytes(const QByteArray &bytes)
{
    Answer answer{.status = 200, .headers = {}, .body = bytes};
    answer.headers.append(Header::ContentType, "application/octet-stream");
    return answer;
}

/// Registries send those who ask to another host, with an address that is signed for a few minutes.
Answer blobAnswer(const World &world, const RegistryPlace &place, const ImageRepository &repository, const Path &path,
                  const Request &request)
{
    if (!repository.blobs.contains(path.reference))
        return registryError(404, u"BLOB_UNKNOWN"_s, u"blob unknown to registry"_s);
    if (!place.api.contains(request.host))
        return blobBytes(repository.blobs.value(path.reference));
    const auto until = world.now.addSecs(signedForSeconds).toSecsSinceEpoch();
    Answer answer{.status = 307, .headers = {}, .body = {}};
    answer.headers.append(Header::Location, u"https://%1/%2/blobs/%3?se=%4&sig=signed"_s.arg(
                                                place.storage, path.name, path.reference, QString::number(until)));
    return answer;
}

Answer storageAnswer(const World &world, const RegistryPlace &place, const Request &request)
{
    if (request.headers.contains(Header::Authorization))
        return {.status = 400, .headers = {}, .body = "Only one kind of authentication is allowed"};
    if (request.method != "GET" || request.query.queryItemValue(u"sig"_s).isEmpty() ||
        request.query.queryItemValue(u"se"_s).toLongLong() <= world.now.toSecsSinceEpoch())
        return {.status = 403, .headers = {}, .body = "AuthenticationFailed"};
    const auto name = request.path.section(u"/blobs/"_s, 0, 0).sliced(1);
    const auto *repository = images(world, place.registry, name);
    const auto digest = QUrl::fromPercentEncoding(request.path.section(u"/blobs/"_s, 1).toLatin1());
    if (!repository || !repository->blobs.contains(digest))
        return {.status = 404, .headers = {}, .body = "BlobNotFound"};
    return blobBytes(repository->blobs.value(digest));
}

Answer tooManyRequests(const World &world, const ImageRepository &repository)
{
    auto answer = registryError(429, u"TOOMANYREQUESTS"_s, u"You have reached your pull rate limit."_s);
    const auto wait = std::chrono::ceil<std::chrono::seconds>(*repository.refusesUntil - world.now);
    answer.headers.append(Header::RetryAfter, QByteArray::number(wait.count()));
    return answer;
}

Answer contentAnswer(const World &world, const RegistryPlace &place, const ImageRepository &repository,
                     const Path &path, const Request &request)
{
    if (repository.refusesUntil && *repository.refusesUntil > world.now)
        return tooManyRequests(world, repository);
    if (path.kind == "tags"_L1 && path.reference == "list"_L1)
        return tagsAnswer(repository, path, request);
    if (path.kind == "manifests"_L1)
        return manifestAnswer(repository, path, request);
    if (path.kind == "blobs"_L1)
        return blobAnswer(world, place, repository, path, request);
    if (path.kind == "referrers"_L1 && request.host == "ghcr.io"_L1) {
        Answer answer{.status = 303, .headers = {}, .body = {}};
        answer.headers.append(Header::Location, u"https://github.com/-/v2/packages/container/package/%1"_s.arg(
                                                    QString::fromLatin1(QUrl::toPercentEncoding(path.name))));
        return answer;
    }
    return {.status = 404, .headers = {}, .body = "404 page not found\n"};
}

/// What the API answers to somebody who may be anybody.
Answer apiAnswer(const World &world, const RegistryPlace &place, const Request &request)
{
    const auto path = parsed(request.path);
    const auto name = path ? path->name : QString{};
    const auto token = registryToken(world, request);
    const bool isGhcr = place.registry == "ghcr.io"_L1;
    if (!token || token->registry != place.registry || (path && !isGhcr && !token->repositories.contains(name)))
        return challenge(place, request, name);
    if (!path)
        return request.path == "/v2/"_L1 ? jsonAnswer({})
                                         : registryError(404, u"NAME_INVALID"_s, u"invalid repository name"_s);
    const auto *repository = images(world, place.registry, name);
    if (!repository)
        return isGhcr ? registryError(404, u"NAME_UNKNOWN"_s, u"repository name not known to registry"_s)
                      : challenge(place, request, name);
    if (!mayPull(world, *repository, token->login)) // without a word about where a better token would be
        return registryError(403, u"DENIED"_s, u"permission_denied: read_package"_s);
    return contentAnswer(world, place, *repository, *path, request);
}

/// The path that a token is asked for, or that the API is asked about.
QString pathAsked(const Request &request)
{
    if (const auto path = parsed(request.path))
        return path->name;
    return request.query.queryItemValue(u"scope"_s, QUrl::FullyDecoded).section(u':', 1, 1);
}

} // namespace

QStringList registryHosts()
{
    QStringList hosts;
    for (const auto &place : registryPlaces())
        hosts += place.api + QStringList{place.tokens, place.storage};
    hosts.removeDuplicates();
    return hosts;
}

bool isForRegistry(const Request &request)
{
    return registryHosts().contains(request.host) || request.path == "/token"_L1 || request.path.startsWith("/v2/"_L1);
}

Answer registryAnswer(const World &world, const Request &request)
{
    const auto place = placeOf(world, request.host, pathAsked(request));
    if (request.host == place.storage)
        return storageAnswer(world, place, request);
    if (request.method != "GET" && request.method != "HEAD")
        return registryError(405, u"UNSUPPORTED"_s, u"The operation is unsupported."_s);
    if (request.path == "/token"_L1)
        return tokenAnswer(world, place, request);
    auto answer = apiAnswer(world, place, request);
    answer.headers.append("Docker-Distribution-Api-Version", "registry/2.0");
    return answer;
}

} // namespace slipway::simulator
