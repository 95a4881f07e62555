// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/plan.h"

namespace slipway::test
{

/// A digest whose 64 hex characters are this one's repetition: digest("d5803231") is sha256:d5803231d5803231….
[[nodiscard]] Digest digest(const QString &beginning);

/// `image: IMAGE` of `service` in compose.yaml, not judged.
[[nodiscard]] updates::PlannedReference reference(const QString &service, const QString &image, int line);

[[nodiscard]] updates::PlannedReference updated(updates::PlannedReference reference, const QString &tag,
                                                const QString &why);
[[nodiscard]] updates::PlannedReference judged(updates::PlannedReference reference, updates::Outcome outcome,
                                               std::optional<updates::Reason> reason, const QString &why);

/// One reference of each outcome, a digest that is followed, a hook and a fragment that nobody uses.
[[nodiscard]] updates::Plan variedPlan();

} // namespace slipway::test
