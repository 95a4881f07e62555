// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/registry.h"

#include "core/http/links.h"
#include "core/image/reference.h"
#include "core/registry/refusal.h"
#include "core/registry/tags.h"
#include "core/registry/text.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace slipway::registry
{

namespace
{

using Name = QHttpHeaders::WellKnownHeader;

constexpr qint64 longestContent = 4 << 20;
constexpr qsizetype mostPages = 1'000;
constexpr qsizetype mostTags = 1'000'000;

/// One header: proxies lose repeated ones, and without the index types some registries say 404.
constexpr auto manifestTypes =
    "application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, "
    "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";

std::unexpected<Error> broken(const QString &what, const char *message)
{
    return failure(about(what, {Error::Kind::Protocol, Text::tr(message)}));
}

bool isDigest(const QString &reference)
{
    return reference.contains(u':');
}

std::optional<Digest> digestIn(const QString &reference)
{
    if (!isDigest(reference))
        return std::nullopt;
    const auto digest = Digest::parse(reference);
    return digest ? std::optional{*digest} : std::nullopt;
}

http::Request contentRequest(QUrl url)
{
    http::Request request{.url = std::move(url), .redirects = http::Redirects::Follow};
    request.headers.append(Name::AcceptEncoding, "identity"); // the hash is that of the bytes as they were sent
    request.limits.bytes = longestContent;
    return request;
}

http::Request manifestRequest(const QByteArray &method, QUrl url)
{
    auto request = contentRequest(std::move(url));
    request.method = method;
    request.headers.append(Name::Accept, manifestTypes);
    return request;
}

} // namespace

Registry::Registry(http::Client &http, Clock &clock, const Options &options, Endpoint endpoint)
    : m_options{options}
    , m_access{http, clock, options, std::move(endpoint)}
{
}

void Registry::expect(const QStringList &repositories)
{
    m_access.expect(repositories);
}

QCoro::Task<Result<QStringList>> Registry::tags(QString repository, std::stop_token stop)
{
    return m_tags.get(repository, [=, this](std::stop_token own) { return fetchTags(repository, own); }, stop);
}

QCoro::Task<Result<Digest>> Registry::head(Named named, std::stop_token stop)
{
    return m_heads.get(named, [=, this](std::stop_token own) { return fetchHead(named, own); }, stop);
}

QCoro::Task<Result<Manifest>> Registry::manifest(Named named, std::stop_token stop)
{
    return m_manifests.get(named, [=, this](std::stop_token own) { return fetchManifest(named, own); }, stop);
}

QCoro::Task<Result<ImageConfig>> Registry::config(Named named, std::stop_token stop)
{
    return m_configs.get(named, [=, this](std::stop_token own) { return fetchConfig(named, own); }, stop);
}

QCoro::Task<Result<QByteArray>> Registry::blob(Named named, std::stop_token stop)
{
    return m_blobs.get(named, [=, this](std::stop_token own) { return fetchBlob(named, own); }, stop);
}

QCoro::Task<Result<QStringList>> Registry::fetchTags(QString repository, std::stop_token stop)
{
    const auto what = name(repository);
    QStringList tags;
    QSet<QUrl> seen;
    for (std::optional<QUrl> page = url(repository, u"tags/list"_s, u"n=1000"_s); page;) {
        if (seen.contains(*page) || seen.size() == mostPages || tags.size() > mostTags)
            co_return broken(what, QT_TRANSLATE_NOOP("registry", "The list of tags does not end."));
        seen.insert(*page);

        const http::Request request{.url = *page, .redirects = http::Redirects::Follow, .conditional = true};
        const auto answer = co_await send(repository, request, what, stop);
        if (!answer)
            co_return failure(answer.error());
        const auto some = readTags(answer->body);
        if (!some)
            co_return failure(about(what, some.error()));
        tags += *some;
        const auto next = http::nextPage(answer->headers.values(Name::Link), *page);
        if (!next)
            co_return failure(about(what, next.error()));
        page = *next;
    }
    if (seen.size() > 1)
        tags.removeDuplicates(); // what is pushed meanwhile moves the pages
    co_return tags;
}

QCoro::Task<Result<Digest>> Registry::fetchHead(Named named, std::stop_token stop)
{
    if (const auto known = co_await m_manifests.asked(named, stop))
        co_return known->transform([](const Manifest &manifest) { return manifest.digest; });
    const auto what = name(named);
    const auto place = url(named.repository, u"manifests/"_s + named.reference);
    const auto answer = co_await send(named.repository, manifestRequest("HEAD", place), what, stop);
    if (!answer)
        co_return failure(answer.error());
    const auto claimed = claimedDigest(*answer);
    if (!claimed)
        co_return failure(about(what, claimed.error()));
    const auto asked = digestIn(named.reference);
    if (asked && *claimed && **claimed != *asked)
        co_return broken(what, QT_TRANSLATE_NOOP("registry", "The registry answers with another digest."));
    if (*claimed)
        co_return **claimed;
    const auto bytes = co_await content(named, asked, manifestRequest("GET", place), stop);
    co_return bytes.transform([](const Content &content) { return content.digest; });
}

QCoro::Task<Result<Manifest>> Registry::fetchManifest(Named named, std::stop_token stop)
{
    auto digest = digestIn(named.reference);
    const auto known = digest ? std::nullopt : co_await m_heads.asked(named, stop);
    if (known && !*known)
        co_return failure(known->error());
    if (known)
        digest = **known;
    const auto reference = digest ? digest->text() : named.reference;
    const auto place = url(named.repository, u"manifests/"_s + reference);
    const auto bytes = co_await content(named, digest, manifestRequest("GET", place), stop);
    if (!bytes && bytes.error().kind == Error::Kind::NotFound && digest && !isDigest(named.reference))
        co_return broken(name(named),
                         QT_TRANSLATE_NOOP("registry", "The registry names a digest that it does not have."));
    if (!bytes)
        co_return failure(bytes.error());
    co_return readManifest(bytes->bytes, bytes->mediaType, bytes->digest).transform_error([&](const Error &error) {
        return about(name(named), error);
    });
}

QCoro::Task<Result<ImageConfig>> Registry::fetchConfig(Named named, std::stop_token stop)
{
    const auto bytes = co_await fetchBlob(named, stop);
    if (!bytes)
        co_return failure(bytes.error());
    co_return readImageConfig(*bytes).transform_error([&](const Error &error) { return about(name(named), error); });
}

QCoro::Task<Result<QByteArray>> Registry::fetchBlob(Named named, std::stop_token stop)
{
    const auto place = url(named.repository, u"blobs/"_s + named.reference);
    const auto content = co_await this->content(named, digestIn(named.reference), contentRequest(place), stop);
    co_return content.transform([](const Content &found) { return found.bytes; });
}

QCoro::Task<Result<http::Response>> Registry::send(QString repository, http::Request request, QString what,
                                                   std::stop_token stop)
{
    auto &patience = m_patience[repository];
    if (!patience)
        patience = std::make_shared<http::Patience>();
    request.patience = patience;

    auto answer = co_await m_access.send(repository, std::move(request), std::move(stop));
    if (!answer)
        co_return failure(about(what, std::move(answer).error()));
    if (answer->status != 200)
        co_return failure(refusal(what, answer->status, m_access.remedy()));
    co_return answer;
}

QCoro::Task<Result<Content>> Registry::content(Named named, std::optional<Digest> digest, http::Request request,
                                               std::stop_token stop)
{
    if (digest) {
        if (auto known = recall(m_options.cache, *digest))
            co_return *std::move(known);
    }
    const auto what = name(named);
    const auto answer = co_await send(named.repository, std::move(request), what, std::move(stop));
    if (!answer)
        co_return failure(answer.error());
    auto proven = provenContent(*answer, digest);
    if (!proven)
        co_return failure(about(what, std::move(proven).error()));
    keep(m_options.cache, *proven);
    co_return proven;
}

QUrl Registry::url(const QString &repository, const QString &path, const QString &query) const
{
    auto url = m_access.registry().base;
    url.setPath(u"/v2/" + repository + u'/' + path, QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query, QUrl::StrictMode);
    return url;
}

QString Registry::name(const QString &repository) const
{
    return text(ImageRepository{m_access.registry().registry, repository});
}

QString Registry::name(const Named &named) const
{
    return name(named.repository) + (isDigest(named.reference) ? u'@' : u':') + named.reference;
}

} // namespace slipway::registry
