// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace slipway::http
{

/// What may be remembered from one run to the next: never a token, a credential, or which digest a tag has.
class Cache
{
public:
    enum class Kind {
        Content,   ///< key: a digest ("sha256:…"); true for ever; the reader hashes it again
        Answer,    ///< key: a URL; true as long as the server says so of its ETag
        Challenge, ///< key: an origin's authority; how that registry asks for tokens
    };

    struct Entry
    {
        QByteArray value;
        QByteArray tag = {}; ///< Content: its media type; Answer: the ETag

        bool operator==(const Entry &) const = default;
    };

    Cache() = default;
    Cache(const Cache &) = delete;
    Cache &operator=(const Cache &) = delete;
    virtual ~Cache() = default;

    /// Nothing if it is not known, or cannot be read: a cache has no errors.
    [[nodiscard]] virtual std::optional<Entry> find(Kind kind, const QString &key) = 0;
    virtual void keep(Kind kind, const QString &key, const Entry &entry) = 0;
};

} // namespace slipway::http
