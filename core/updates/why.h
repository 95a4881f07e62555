// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/subject.h"

namespace slipway::updates
{

/// The sentences of outcomes: one or two, plain, as a colleague would say them.

/// Why a tag is not offered: "3.0 is a major version, and the policy allows minor ones."
[[nodiscard]] QString whyHeld(const Subject &subject, const QString &tag, Reason reason, bool growsMajor);
/// Why a tag is the one: "2.2 is the newest 2.x."
[[nodiscard]] QString whyNewest(const Subject &subject, const QString &tag);
/// Why nothing is to be done.
[[nodiscard]] QString whyCurrent(const Subject &subject);
/// Why the same tag gets another digest, or its first one.
[[nodiscard]] QString whyRebuilt(const Subject &subject, const Digest &digest);
[[nodiscard]] QString whyGone(const Subject &subject);
[[nodiscard]] QString whyVariableShared(const Subject &subject);

} // namespace slipway::updates
