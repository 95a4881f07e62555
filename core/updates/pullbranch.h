// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids/branchname.h"

namespace slipway::updates
{

/// What the names of all our branches begin with.
constexpr auto branchPrefix = "slipway/";

/// The branch on which one service's image is updated: `slipway/image/<service>`, always the same. What cannot stand in
/// the name of a branch becomes `-`, and a hash then keeps it apart from others that look the same.
[[nodiscard]] BranchName imageBranch(const QString &service);

/// The branch for several images in one pull request: `slipway/image-batch`.
[[nodiscard]] BranchName batchBranch();

/// The branch for changes of `.github/slipway.yml`: `slipway/policy`.
[[nodiscard]] BranchName policyBranch();

} // namespace slipway::updates
