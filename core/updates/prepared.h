// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/updates/run.h"

namespace slipway::updates
{

/// The edits as the document shows them.
[[nodiscard]] QList<ShownEdit> shownEdits(const QList<compose::TextEdit> &edits);

/// A plan with the changes of all its edits, in the order in which files were read, and their diff.
[[nodiscard]] PreparedPlan prepared(Plan plan, const Survey &survey, const QList<compose::TextEdit> &edits,
                                    const compose::Reader &source);

} // namespace slipway::updates
