// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace slipway
{

/// What an image's bytes hash to, e.g. "sha256:3f2a…". A Digest that exists is a well-formed one.
/// Source: OCI image-spec, descriptor, "Digests".
class Digest
{
public:
    /// Errors: InvalidInput, with the text quoted. Accepts sha256 and sha512 in lower case, nothing else.
    [[nodiscard]] static Result<Digest> parse(QStringView text);

    /// The sha256 digest of these bytes.
    [[nodiscard]] static Digest of(QByteArrayView bytes);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString shortText() const; ///< the first 12 hex characters, for a table

    /// Whether these bytes hash to this digest.
    [[nodiscard]] bool matches(QByteArrayView bytes) const;

    auto operator<=>(const Digest &) const = default;

private:
    explicit Digest(QString text);

    QString m_text;
};

[[nodiscard]] size_t qHash(const Digest &digest, size_t seed = 0) noexcept;

} // namespace slipway
