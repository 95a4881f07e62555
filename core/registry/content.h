// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/cache.h"
#include "core/http/transport.h"
#include "core/image/digest.h"

#include <optional>

namespace slipway::registry
{

/// A manifest or blob whose bytes hash to its digest.
struct Content
{
    Digest digest;
    QByteArray bytes;
    QByteArray mediaType;
};

/// The digest that an answer claims to be about; nothing if it claims none. Errors: Protocol.
/// OCI distribution-spec, "Pulling manifests".
[[nodiscard]] Result<std::optional<Digest>> claimedDigest(const http::Response &answer);

/// The content of an answer, hashed: the bytes must match the digest that was asked for, or the one that is claimed.
/// Errors: Protocol.
[[nodiscard]] Result<Content> provenContent(const http::Response &answer, const std::optional<Digest> &asked);

/// What is remembered, hashed again. The cache may be missing.
[[nodiscard]] std::optional<Content> recall(http::Cache *cache, const Digest &digest);
void keep(http::Cache *cache, const Content &content);

} // namespace slipway::registry
