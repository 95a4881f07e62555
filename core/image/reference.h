// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/image/digest.h"

#include <optional>

namespace slipway
{

/// A repository of images in a registry, normalised: "docker.io" and "library/nginx", "ghcr.io" and "acme/web".
struct ImageRepository
{
    QString registry; ///< host, with its port if one is written
    QString path;

    auto operator<=>(const ImageRepository &) const = default;
};

[[nodiscard]] size_t qHash(const ImageRepository &repository, size_t seed = 0) noexcept;

/// "ghcr.io/acme/web"; Docker Hub's names in full.
[[nodiscard]] QString text(const ImageRepository &repository);

/// A normalised image reference.
/// Source: distribution/reference, grammar; Docker's familiar names, but capitals make no host.
struct ImageReference
{
    ImageRepository repository;
    std::optional<QString> tag;
    std::optional<Digest> digest;

    bool operator==(const ImageReference &) const = default;

    /// Errors: InvalidInput, with a sentence that says what is wrong (capitals: with the lower-case name; a bare
    /// image id; an empty text; a part that is not well formed; a name that is too long).
    [[nodiscard]] static Result<ImageReference> parse(QStringView text);
};

/// Where the parts of a reference stand in its text, in UTF-16 units; a part that is not there is empty and stands
/// where it would be put.
struct ReferenceParts
{
    qsizetype nameEnd;  ///< the name is [0, nameEnd)
    qsizetype tagBegin; ///< behind ':'; equal to tagEnd without a tag
    qsizetype tagEnd;
    qsizetype digestBegin; ///< behind '@'
    qsizetype digestEnd;
    bool hasTag;
    bool hasDigest;

    bool operator==(const ReferenceParts &) const = default;
};

/// Splits the text of a valid reference. Nothing if it is not one.
[[nodiscard]] std::optional<ReferenceParts> referenceParts(QStringView text);

} // namespace slipway
