// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

/// Why a row is what it is, in the words of the table and of the pane.
namespace slipway::images
{

/// The second line of the version cell: "1 release, 27 min", "Until 1 Dec 2026", "Rate limit until 15:10".
[[nodiscard]] QString reasonOf(const workspace::Row &row, const workspace::Snapshot &snapshot, const QDateTime &now);

/// "Hold proposed in #221", while the pull request with a change of its policy is open.
[[nodiscard]] QString proposedInWords(const workspace::Row &row, const workspace::Snapshot &snapshot);

/// Why nothing is offered, or nothing known, in a few words; empty for an update and for what is up to date.
[[nodiscard]] QString reasonInWords(const workspace::Row &row, const QDateTime &now);

/// "Highest 1.x release that "minor" allows", "The digest that "latest" points to", "Held until 1 Dec 2026"; empty
/// while nothing is known.
[[nodiscard]] QString newestBecause(const workspace::Row &row);

/// When the newest image was made, offered or not; invalid if unknown.
[[nodiscard]] QDateTime updatedAt(const workspace::Row &row);

/// The pull request that would bring, or has brought, what is newest: the open one, else the merged one whose version
/// does not run yet. Null if there is none.
[[nodiscard]] const workspace::PullRequest *pullRequestOf(const workspace::Row &row,
                                                          const workspace::Snapshot &snapshot);

/// The required check that keeps an open pull request from being merged; null if none has failed.
[[nodiscard]] const workspace::Check *failedCheck(const workspace::PullRequest &pull);

} // namespace slipway::images
