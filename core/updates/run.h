// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/changes.h"
#include "core/updates/outside.h"
#include "core/updates/survey.h"

#include <QCoroTask>

#include <stop_token>

namespace slipway::updates
{

/// A plan with the changes that its diff shows.
struct PreparedPlan
{
    Plan plan;
    QList<QList<FileChange>> changes = {}; ///< those of one project together: they are written all or none
};

/// Every image reference of the scope; asks no registry. Errors: InvalidInput for an unknown service.
[[nodiscard]] Result<Plan> images(const Scope &scope);

/// Asks the registries and applies the policies. Writes nothing. Errors: InvalidInput for an unknown service,
/// Cancelled.
[[nodiscard]] QCoro::Task<Result<PreparedPlan>> plan(Scope scope, Outside outside, std::stop_token stop);

/// Makes a plan that was read from a document again, of the files that it was made of and without judging: each of its
/// updates must still be possible word for word. Errors: Conflict, if a file or a followed digest has moved,
/// InvalidInput, Cancelled, and those of the registry.
[[nodiscard]] QCoro::Task<Result<PreparedPlan>> prepareAgain(Scope scope, Plan read, Outside outside,
                                                             std::stop_token stop);

/// Writes the changes of a plan, each project's all or none. The plan then names what was written, its diff shows just
/// that, and what could not be written is a `write-failed`.
[[nodiscard]] Plan written(PreparedPlan prepared, const QString &folder);

} // namespace slipway::updates
