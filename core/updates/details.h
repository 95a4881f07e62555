// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/imagefacts.h"
#include "core/updates/subject.h"

namespace slipway::updates
{

/// What is known of the image that is written; `gone` if the registry does not have it any more.
struct CurrentImage
{
    std::optional<ImageFacts> facts = {};
    bool gone = false;
};

/// The risks of going from the current image to the candidate (the contract's section 2, "Risks"), sorted by code.
[[nodiscard]] QList<Risk> risksOf(const Subject &subject, const CurrentImage &current, const ImageFacts &candidate,
                                  const QString &candidateTag, const std::optional<Platform> &pinnedPlatform);

/// Where the candidate's source is, and what lies between; nothing if its labels do not tell.
[[nodiscard]] std::optional<Source> sourceOf(const CurrentImage &current, const ImageFacts &candidate);

} // namespace slipway::updates
