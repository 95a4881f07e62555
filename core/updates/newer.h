// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/policy.h"
#include "core/image/version.h"
#include "core/updates/plan.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace slipway::updates
{

/// The policy's `follow` for one written tag, once `auto` is decided (the contract's section 4, "follow").
enum class Following { Digest, Semver, Calver, Regex };
[[nodiscard]] Following followingOf(const config::Policy &policy, const QString &written);

/// A tag above the written one, with what keeps it back that can be told from its name alone.
struct NewerTag
{
    QString tag;
    std::optional<Reason> heldBack = {}; ///< Hold, Ignored, Below or Level: the first that applies
    bool growsMajor = false;             ///< with semver: the first number is higher

    bool operator==(const NewerTag &) const = default;
};

/// The tags above the written one, newest first; on a tie the form of the written one first.
struct NewerTags
{
    QList<NewerTag> tags;
    bool isHeld = false; ///< the policy's `hold` applies now

    bool operator==(const NewerTags &) const = default;
};

/// What a repository's tags mean for a written one.
class TagOrder
{
public:
    /// Nothing if the policy needs a version and the written tag is none, or does not match `match`.
    [[nodiscard]] static std::optional<TagOrder> of(const config::Policy &policy, const QString &written);

    /// The tags above the written one (none for Digest). Pre-releases only where they are allowed.
    [[nodiscard]] NewerTags newer(const QStringList &tags, QDate today) const;

    [[nodiscard]] Following following() const { return m_following; }

private:
    struct Ranked;

    TagOrder(const config::Policy &policy, QString written, Following following);
    [[nodiscard]] std::optional<Ranked> ranked(const QString &tag) const;
    [[nodiscard]] QList<Ranked> above(const QStringList &tags) const;
    [[nodiscard]] std::optional<Reason> heldBack(const Ranked &tag, bool isHeld) const;
    [[nodiscard]] bool isHeld(const QStringList &tags, QDate today) const;
    [[nodiscard]] bool isAboveLevel(const Version &version) const;
    [[nodiscard]] std::weak_ordering compareRanked(const Ranked &a, const Ranked &b) const;

    config::Policy m_policy;
    QString m_written;
    Following m_following;
    std::optional<Version> m_version; ///< of the written tag
    QRegularExpression m_match;
    QStringList m_groups; ///< the written tag's, with Regex
};

} // namespace slipway::updates
