// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/subject.h"

#include <QDateTime>

namespace slipway::updates
{

/// The sentences of outcomes: one or two, plain, as a colleague would say them.

/// What keeps an image back.
struct HeldBack
{
    Reason reason = Reason::SharedWaiting;
    QList<Platform> missing = {}; ///< with PlatformMissing
};

/// Why a tag is not offered: "3.0 is a major version, and the policy allows minor ones."
[[nodiscard]] QString whyHeld(const Subject &subject, const QString &tag, const HeldBack &held, bool growsMajor);
/// Why a tag is the one: "2.2 is the newest 2.x.", or only one that nothing keeps back.
[[nodiscard]] QString whyNewest(const Subject &subject, const QString &tag, bool isNewestInLevel);
/// Why nothing could be found out, where a registry asks to wait until a time: "docker.io asks to wait until 15:10."
[[nodiscard]] QString whyLimited(const Subject &subject, const QDateTime &until, const QDateTime &now);
/// Why nothing is to be done.
[[nodiscard]] QString whyCurrent(const Subject &subject);
/// Why the same tag gets another digest, or its first one. `created` of the image there now, if it is newer.
[[nodiscard]] QString whyRebuilt(const Subject &subject, const Digest &digest, const std::optional<QDateTime> &created);
[[nodiscard]] QString whyGone(const Subject &subject);

/// Instead of any sentence that would quote what stands outside of the work tree.
[[nodiscard]] QString whyUnquoted(Reason reason);

/// Why a variable of `.env` cannot be changed: others would need another value, use it for something else than an
/// image, or cannot move along.
[[nodiscard]] QString whyVariableShared(const QByteArray &variable);
[[nodiscard]] QString whyVariableUsedElsewhere(const QByteArray &variable);
[[nodiscard]] QString whyVariableFeeds(const QByteArray &variable, const compose::ImageUse &other);

} // namespace slipway::updates
