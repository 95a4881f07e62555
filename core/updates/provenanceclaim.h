// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace slipway::updates
{

/// What an image says has built it. Nobody has signed it: nothing is proven by it.
struct ProvenanceClaim
{
    QString workflow = {}; ///< its file name, "docker-build.yml"; empty if the image says nothing of the kind
    QString branch = {};   ///< on which it ran; empty if it was none, or is not said

    bool operator==(const ProvenanceClaim &) const = default;
};

} // namespace slipway::updates
