// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/plan.h"

#include <QString>

namespace slipway::ctl
{

/// What no service uses is named by its place in the document: "x-app", "models/llm".
[[nodiscard]] QString nameOfUnused(QString path);

[[nodiscard]] QString kindInWords(compose::Kind kind);
[[nodiscard]] QString riskInWords(updates::Risk risk);

/// "compose.yaml:3:12"
[[nodiscard]] QString placeOf(const compose::ImageUse &use);

/// The link to the commits between, with as much of them as GitHub needs.
[[nodiscard]] QString shortLink(const updates::Source &source);

/// The beginning of a digest's hex digits.
[[nodiscard]] QString firstSeven(const Digest &digest);

/// How the text is written; empty where it is plainly there.
[[nodiscard]] QString styleInWords(const compose::ImageUse &use);

/// The reference as it is in effect; a digest is cut to its beginning.
[[nodiscard]] QString imageInWords(const compose::ImageUse &use, bool unicode);

} // namespace slipway::ctl
