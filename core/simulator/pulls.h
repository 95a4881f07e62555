// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

namespace slipway::simulator
{

struct NewPull
{
    QString title;
    QString body;
    QString head; ///< branch
    QString base; ///< branch
    bool draft = false;
};

/// Why GitHub would not open it, in GitHub's words; empty if it would.
[[nodiscard]] QString objection(const Repository &repository, const NewPull &wanted);

/// Opens a pull request now, in the next free number. The branches must be there.
PullRequest &openPull(World &world, Repository &repository, const NewPull &wanted, const QString &login);

void closePull(World &world, Repository &repository, PullRequest &pull, const QString &login);

/// Approves what the pull request's head is, now.
void approve(World &world, PullRequest &pull, const QString &login, const QString &text);

/// Squashes it into its base now, by the author of the pull request, and removes the branch if the repository says so.
/// The commit; nothing if there is a conflict.
std::optional<ObjectId> mergePull(World &world, Repository &repository, PullRequest &pull, const QString &login);

/// Whether it can be merged, and what still keeps it from that.
struct Mergeability
{
    enum class State { Clean, Unstable, Blocked, Behind, Dirty, Draft };

    bool mergeable; ///< there is no conflict
    State state;
};

[[nodiscard]] Mergeability mergeability(const Repository &repository, const PullRequest &pull);

/// Nothing where the base asks for no review.
enum class ReviewDecision { None, Approved, ChangesRequested, ReviewRequired };

[[nodiscard]] ReviewDecision reviewDecision(const Repository &repository, const PullRequest &pull);

} // namespace slipway::simulator
