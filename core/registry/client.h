// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/client.h"
#include "core/image/reference.h"
#include "core/registry/manifest.h"
#include "core/registry/options.h"

#include <QCoroTask>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace slipway::registry
{

/// Any OCI registry, asked for what is not known yet: one request for one distinct question, however often and by
/// however many at once it is asked. Content by digest is remembered for ever (cache), a tag's digest for one run: the
/// life of this object. It must outlive its tasks, and the HTTP client and the clock must outlive it.
/// Every error names the repository, and is one of: NotFound, Unauthorized or Forbidden, RateLimited, Offline or
/// Timeout (no answer, or 5xx after all tries), Protocol, InvalidInput (a name that no registry can have), Cancelled.
class Client
{
public:
    Client(http::Client &http, Clock &clock, Options options = {});
    ~Client();

    /// These repositories will be asked for: one token is then fetched for many of them. Call it before the first
    /// question about them; it asks nothing itself.
    void expect(const QList<ImageRepository> &repositories);

    /// All tags in the registry's order, without those of signatures and attestations (`sha256-…`) and those that are
    /// no tags. OCI distribution-spec, "Listing Tags"; every page.
    [[nodiscard]] QCoro::Task<Result<QStringList>> tags(ImageRepository repository, std::stop_token stop);

    /// The digest that a tag (or a digest, to see whether it is still there) has now; NotFound if it is gone.
    /// Learned by HEAD, so not good enough to be written. OCI distribution-spec, "Pulling manifests".
    [[nodiscard]] QCoro::Task<Result<Digest>> head(ImageRepository repository, QString tagOrDigest,
                                                   std::stop_token stop);

    /// The manifest of a tag or digest: fetched, hashed, and read. A tag is always asked again (once a run).
    [[nodiscard]] QCoro::Task<Result<Manifest>> manifest(ImageRepository repository, QString tagOrDigest,
                                                         std::stop_token stop);

    /// The configuration blob that a single manifest names: fetched, hashed, and read.
    [[nodiscard]] QCoro::Task<Result<ImageConfig>> config(ImageRepository repository, Digest digest,
                                                          std::stop_token stop);

    /// Any blob of at most 4 MiB: fetched and hashed. OCI distribution-spec, "Pulling blobs".
    [[nodiscard]] QCoro::Task<Result<QByteArray>> blob(ImageRepository repository, Digest digest, std::stop_token stop);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace slipway::registry
