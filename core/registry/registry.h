// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/access.h"
#include "core/registry/content.h"
#include "core/registry/manifest.h"

namespace slipway::registry
{

/// A manifest or blob of a repository, as one names it.
struct Named
{
    QString repository; ///< its path within the registry
    QString reference;  ///< a tag or a digest

    bool operator==(const Named &) const = default;
    friend size_t qHash(const Named &named, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, named.repository, named.reference);
    }
};

/// One registry, and the questions of Client about its repositories, each asked once. Must outlive its tasks.
class Registry
{
public:
    /// The endpoint's base is a URL that can be asked.
    Registry(http::Client &http, Clock &clock, const Options &options, Endpoint endpoint);

    void expect(const QStringList &repositories);

    [[nodiscard]] QCoro::Task<Result<QStringList>> tags(QString repository, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Digest>> head(Named named, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Manifest>> manifest(Named named, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<ImageConfig>> config(Named named, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> blob(Named named, std::stop_token stop);

private:
    [[nodiscard]] QCoro::Task<Result<QStringList>> fetchTags(QString repository, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Digest>> fetchHead(Named named, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<Manifest>> fetchManifest(Named named, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<ImageConfig>> fetchConfig(Named named, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> fetchBlob(Named named, std::stop_token stop);

    /// The answer to a request, with status 200.
    [[nodiscard]] QCoro::Task<Result<http::Response>> send(QString repository, http::Request request, QString what,
                                                           std::stop_token stop);
    /// The bytes of that digest, remembered or fetched from there; without a digest fetched.
    [[nodiscard]] QCoro::Task<Result<Content>> content(Named named, std::optional<Digest> digest, http::Request request,
                                                       std::stop_token stop);

    [[nodiscard]] QUrl url(const QString &repository, const QString &path, const QString &query = {}) const;
    [[nodiscard]] QString name(const QString &repository) const;
    [[nodiscard]] QString name(const Named &named) const;

    const Options &m_options;
    Access m_access;
    QHash<QString, std::shared_ptr<http::Patience>> m_patience;
    Answers<QString, QStringList> m_tags;
    Answers<Named, Digest> m_heads;
    Answers<Named, Manifest> m_manifests;
    Answers<Named, ImageConfig> m_configs;
    Answers<Named, QByteArray> m_blobs;
};

} // namespace slipway::registry
