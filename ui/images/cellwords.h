// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"

#include <chrono>

/// What stands in the cells of the table.
namespace slipway::images
{

/// The columns of the table, in their first order.
enum class Column { State, Service, Versions, PullRequest, Updated, Platforms, Policy };
inline constexpr int columnCount = static_cast<int>(Column::Policy) + 1;

[[nodiscard]] QString columnName(Column column);

/// A cell in one line, for screen readers and for copying.
[[nodiscard]] QString cellText(const workspace::Row &row, Column column, const workspace::Snapshot &snapshot,
                               const QDateTime &now);

/// Plain text: all that a cell may have had to shorten, and what it rests on.
[[nodiscard]] QString cellTooltip(const workspace::Row &row, Column column, const workspace::Snapshot &snapshot,
                                  const QDateTime &now);

/// Where the image comes from, and of services that are in several projects the project.
[[nodiscard]] QString packageLine(const workspace::Row &row);

/// The package below its group: "fogis-api-client-python"; on Docker Hub the whole name, "library/redis".
[[nodiscard]] QString packageOf(const ImageRepository &repository);

/// "As deployed to production on 21 Nov, 16:36", "As main says; no deployment names this project".
[[nodiscard]] QString runningSentence(const workspace::Row &row, const workspace::Snapshot &snapshot,
                                      const QDateTime &now);

/// The row for a screen reader: "calendar-sync, failed, running 2.1.0, newest 2.2.0, failed on canary-1".
[[nodiscard]] QString rowSentence(const workspace::Row &row, const workspace::Snapshot &snapshot, const QDateTime &now);

/// The second line of the version cell; where the registry was asked long ago it begins with "State of 14:32,".
/// `interval`: how often rows are asked for.
[[nodiscard]] QString secondLine(const workspace::Row &row, const workspace::Snapshot &snapshot, const QDateTime &now,
                                 std::chrono::seconds interval);

/// "amd64, arm64".
[[nodiscard]] QString platformNames(const QList<Platform> &platforms);

/// What the checks of a pull request come to. Neither: there are none, or one has no verdict.
enum class Checks { Neither, Passed, Running, Failed };
[[nodiscard]] Checks checksOf(const workspace::PullRequest &pull);

/// "6 checks passed", "4 of 6 checks passed", "scan failed".
[[nodiscard]] QString checksSentence(const workspace::PullRequest &pull);

} // namespace slipway::images
