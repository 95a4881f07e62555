// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

namespace slipway
{

/// What a Git object's bytes hash to: 40 (SHA-1) or 64 (SHA-256) hexadecimal digits in lower case.
/// An ObjectId that exists is a well-formed one. Source: git, "hash-function-transition".
class ObjectId
{
public:
    /// Errors: InvalidInput, with the text quoted.
    [[nodiscard]] static Result<ObjectId> parse(QStringView text);

    /// The id of a file with these bytes, in a repository that uses SHA-1.
    [[nodiscard]] static ObjectId ofBlob(QByteArrayView content);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString shortText() const; ///< the first seven digits, as people write a commit

    /// Whether a file with these bytes has this id, by whichever hash it is.
    [[nodiscard]] bool matchesBlob(QByteArrayView content) const;

    auto operator<=>(const ObjectId &) const = default;

private:
    explicit ObjectId(QString text);

    QString m_text;
};

[[nodiscard]] size_t qHash(const ObjectId &id, size_t seed = 0) noexcept;

} // namespace slipway
