// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/checks.h"
#include "core/github/deployments.h"
#include "core/github/updatepulls.h"
#include "core/updates/pullmarker.h"
#include "core/workspace/deployments.h"

/// GitHub's answers as the values of a workspace.
namespace slipway::workspace
{

/// A pull request of ours, without its checks.
[[nodiscard]] PullRequest pullRequestOf(const github::UpdatePull &answer);

[[nodiscard]] PullRequest::Mergeability mergeabilityOf(const github::UpdatePull &answer);

/// Its checks; those that a person or a rule holds back still run.
[[nodiscard]] QList<Check> checksOf(const QList<github::Check> &answer);

/// Newest first. The projects that a deployment brings are the list `compose` of its payload.
[[nodiscard]] QList<Deployment> deploymentsOf(const QList<github::Deployment> &answer);

[[nodiscard]] ImageVersion versionOf(const updates::PinnedTag &pinned);

} // namespace slipway::workspace
