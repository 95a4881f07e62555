// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"
#include "ui/look/versions.h"

namespace slipway::images
{

/// From what runs to what is newest, as the version cell and the pane say it.
struct VersionPair
{
    workspace::ImageVersion from;
    std::optional<workspace::ImageVersion> to = {}; ///< nothing: nothing newer is known

    /// The tag stays, the digest moves.
    [[nodiscard]] bool isPush() const { return to && to->tag == from.tag; }

    bool operator==(const VersionPair &) const = default;
};

[[nodiscard]] VersionPair versionPair(const workspace::Row &row);

/// The first seven characters of a digest, for a table.
[[nodiscard]] QString sevenOf(const Digest &digest);

/// As it is painted in a row.
[[nodiscard]] look::VersionPair shown(const VersionPair &pair);
/// As it is painted in the pane: digests stand below it.
[[nodiscard]] look::VersionPair shownLarge(const VersionPair &pair);

/// The pair as a text: "1.4.2 → 1.5.0", "latest d580323 → 7e5e913".
[[nodiscard]] QString text(const VersionPair &pair);

/// A version in a sentence: "1.4.2", "latest d580323" where the tag alone does not tell, "d580323" without a tag.
[[nodiscard]] QString text(const workspace::ImageVersion &version);

} // namespace slipway::images
