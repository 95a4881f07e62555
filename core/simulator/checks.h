// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/world.h"

#include <chrono>

namespace slipway::simulator
{

/// A job of checks.yml.
struct Check
{
    QString name;
    std::chrono::seconds takes;
    QString title; ///< what it says when it passes
};

[[nodiscard]] const QList<Check> &checks();

/// How a check ends that does not just pass.
struct Outcome
{
    CheckRun::Conclusion conclusion;
    QString title;
};

/// Starts all checks of a commit at that time, and ends those that have ended by `until`.
void addChecks(World &world, Repository &repository, const ObjectId &commit, const QDateTime &startedAt,
               const QDateTime &until, const QMap<QString, Outcome> &unusual = {});

/// Ends a check run of the commit now, if it has not ended.
void endCheck(World &world, Repository &repository, const ObjectId &commit, const QString &name,
              const Outcome &outcome);

} // namespace slipway::simulator
