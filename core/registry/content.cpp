// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/content.h"

#include "core/registry/text.h"

namespace slipway::registry
{

Result<std::optional<Digest>> claimedDigest(const http::Response &answer)
{
    const auto header = answer.headers.value("Docker-Content-Digest");
    if (header.isEmpty())
        return std::nullopt;
    auto digest = Digest::parse(QString::fromLatin1(header));
    if (!digest)
        return failure({Error::Kind::Protocol, Text::tr("The digest in the answer is none.")});
    return *std::move(digest);
}

Result<Content> provenContent(const http::Response &answer, const std::optional<Digest> &asked)
{
    const auto claimed = claimedDigest(answer);
    if (!claimed)
        return failure(claimed.error());
    const auto digest = asked ? *asked : claimed->value_or(Digest::of(answer.body));
    if (!digest.matches(answer.body))
        return failure({Error::Kind::Protocol, Text::tr("The digest does not match the bytes of the answer.")});
    const auto type = answer.headers.value(QHttpHeaders::WellKnownHeader::ContentType);
    return Content{digest, answer.body, type.toByteArray()};
}

std::optional<Content> recall(http::Cache *cache, const Digest &digest)
{
    auto entry = cache ? cache->find(http::Cache::Kind::Content, digest.text()) : std::nullopt;
    if (!entry || !digest.matches(entry->value))
        return std::nullopt;
    return Content{digest, std::move(entry->value), std::move(entry->tag)};
}

void keep(http::Cache *cache, const Content &content)
{
    if (cache)
        cache->keep(http::Cache::Kind::Content, content.digest.text(), {content.bytes, content.mediaType});
}

} // namespace slipway::registry
