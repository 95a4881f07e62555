// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compose/sites.h"
#include "core/config/workspacefile.h"
#include "core/updates/plan.h"
#include "core/updates/refusal.h"

#include <QCoroTask>
#include <QSet>

#include <optional>

namespace slipway::updates
{

/// Which references a command is about.
struct Scope
{
    compose::Reader source;    ///< a folder of this machine, or a repository at one commit
    QStringList files = {};    ///< FILE arguments; empty: what the contract's section 1 says
    QStringList services = {}; ///< only these; empty: all
};

/// What the files say, before any registry is asked.
struct Survey
{
    QStringList files = {};
    QList<QStringList> projects = {}; ///< the names of each project's files
    QList<Problem> problems = {};
    QList<compose::Site> sites = {}; ///< all, also those that nobody asked for: they may share a variable
    QStringList services = {};       ///< that were asked for; empty: all
    std::optional<config::WorkspaceFile> policies = {}; ///< nothing if slipway.yml is wrong: nothing is judged then
    QSet<std::pair<QString, QByteArray>> usedElsewhere =
        {}; ///< variables (file, name) that feed what is no image reference
};

enum class Keep { Places, NamesOnly };

/// Reads the projects of a source. With NamesOnly, files are let go of one after another: sites can be listed, not
/// judged. Errors: InvalidInput, if no reference is of a service that the scope names.
[[nodiscard]] Result<Survey> survey(const Scope &scope, Keep keep);

/// The same in another thread: hundreds of files take longer than a window may stand still.
[[nodiscard]] QCoro::Task<Result<Survey>> surveyAside(Scope scope, Keep keep);

/// Whether a site belongs to a service that was asked for.
[[nodiscard]] bool isWanted(const Survey &survey, const compose::Site &site);

/// A site as a subject with the policy of its services, or why it is refused.
[[nodiscard]] std::expected<Subject, Refusal> subjectOf(const Survey &survey, const compose::Site &site);

} // namespace slipway::updates
