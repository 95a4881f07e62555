// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/pulltext.h"
#include "core/workspace/difference.h"
#include "core/workspace/reach.h"

namespace slipway::workspace
{

/// What a difference does to one service, and how its pull request tells it.
struct ComparedUpdate
{
    PreviewedUpdate shown;
    updates::PullUpdate told;
};

/// A difference with all that is said about it.
struct Compared
{
    Preview preview;
    QList<ComparedUpdate> updates = {}; ///< one for each service, in the order of the files
};

/// Compares the images of a difference, which is made for one commit of a branch: risks, commits between, provenance.
/// What a registry or a source repository does not tell is left out. The client must outlive the task. Errors:
/// Cancelled; those of the surveys.
[[nodiscard]] QCoro::Task<Result<Compared>> compared(ReachPointer reach, registry::Client *client,
                                                     Difference difference, QString into, QString baseCommit,
                                                     std::stop_token stop);

} // namespace slipway::workspace
