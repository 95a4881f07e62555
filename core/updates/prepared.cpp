// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/prepared.h"

#include "core/updates/workfolder.h"

#include <algorithm>

namespace slipway::updates
{

QList<ShownEdit> shownEdits(const QList<compose::TextEdit> &edits)
{
    QList<ShownEdit> shown;
    for (const auto &edit : edits)
        shown.append({.file = edit.file, .line = edit.line, .before = edit.before, .after = edit.after});
    return shown;
}

PreparedPlan prepared(Plan plan, const Survey &survey, const QList<compose::TextEdit> &edits, const QString &folder)
{
    auto changes = changesOf(folderReader(folder), survey.sites, edits);
    std::ranges::sort(changes.files, {}, [&](const FileChange &change) { return plan.files.indexOf(change.name); });
    plan.problems += changes.problems;
    plan.diff = diffOf(changes.files);
    return {.plan = std::move(plan), .changes = std::move(changes.files)};
}

} // namespace slipway::updates
