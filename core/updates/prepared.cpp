// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/prepared.h"

#include "core/files/replace.h"
#include "core/files/worktree.h"
#include "core/updates/workfolder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// Projects that share a file are written together; so are a project's own files.
QList<QStringList> unitsOf(const QList<QStringList> &projects)
{
    QList<QStringList> units;
    for (const auto &project : projects) {
        auto unit = project;
        units.removeIf([&](const QStringList &other) {
            const auto shares = std::ranges::any_of(other, [&](const QString &file) { return project.contains(file); });
            if (shares)
                unit += other;
            return shares;
        });
        units.append(unit);
    }
    return units;
}

/// The changes of each unit, without those of units in which something cannot be changed.
QList<QList<FileChange>> byUnit(const Changes &changes, const QList<QStringList> &projects)
{
    QList<QList<FileChange>> all;
    const auto units = unitsOf(projects);
    for (const auto &unit : units) {
        const auto isBroken =
            std::ranges::any_of(changes.problems, [&](const Problem &problem) { return unit.contains(problem.file); });
        QList<FileChange> own;
        std::ranges::copy_if(changes.files, std::back_inserter(own),
                             [&](const FileChange &change) { return unit.contains(change.name); });
        if (!isBroken && !own.isEmpty())
            all.append(own);
    }
    return all;
}

/// In the order in which files were read.
QString diffInOrder(const QList<QList<FileChange>> &units, const QStringList &files)
{
    QList<FileChange> changes;
    for (const auto &unit : units)
        changes += unit;
    std::ranges::sort(changes, {}, [&](const FileChange &change) { return files.indexOf(change.name); });
    return diffOf(changes);
}

QList<files::Replacement> replacements(const QList<FileChange> &changes)
{
    QList<files::Replacement> all;
    for (const auto &change : changes)
        all.append({.path = change.path, .before = change.before, .after = change.after});
    return all;
}

} // namespace

QList<ShownEdit> shownEdits(const QList<compose::TextEdit> &edits)
{
    QList<ShownEdit> shown;
    for (const auto &edit : edits)
        shown.append({.file = edit.file, .line = edit.line, .before = edit.before, .after = edit.after});
    return shown;
}

PreparedPlan prepared(Plan plan, const Survey &survey, const QList<compose::TextEdit> &edits,
                      const compose::Reader &source)
{
    const auto changes = changesOf(source, survey.sites, edits);
    plan.problems += changes.problems;
    auto units = byUnit(changes, survey.projects);
    plan.diff = diffInOrder(units, plan.files);
    return {.plan = std::move(plan), .changes = std::move(units)};
}

Plan written(PreparedPlan prepared, const QString &folder)
{
    const auto root = files::rootOf(folder);
    const auto reader = folderReader(folder);
    QList<QList<FileChange>> done;
    for (const auto &unit : std::as_const(prepared.changes)) {
        const auto replaced = files::replaceAll(replacements(unit), root);
        if (replaced) {
            done.append(unit);
            continue;
        }
        prepared.plan.problems.append({.file = compose::nameOf(reader, replaced.error().path),
                                       .line = {},
                                       .column = {},
                                       .code = u"write-failed"_s,
                                       .message = replaced.error().error.message});
    }
    for (const auto &unit : std::as_const(done)) {
        for (const auto &change : unit)
            prepared.plan.written.append(change.name);
    }
    const auto &files = prepared.plan.files;
    std::ranges::sort(prepared.plan.written, {}, [&](const QString &name) { return files.indexOf(name); });
    prepared.plan.diff = diffInOrder(done, files);
    return std::move(prepared.plan);
}

} // namespace slipway::updates
