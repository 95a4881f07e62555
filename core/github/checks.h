// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/ids.h"
#include "core/ids/objectid.h"
#include "core/ids/repositoryid.h"

#include <QHash>

namespace slipway::github
{

/// What a program says about a commit: a check run or a commit status.
struct Check
{
    enum class State {
        Waiting, ///< queued, expected, held back by a rule of an environment
        Running,
        Passed,
        Failed, ///< also timed out, or not started
        Neutral,
        Skipped,
        Cancelled,
        NeedsAction, ///< a person has to do something, such as letting the workflow run
        Other        ///< a word that this program does not know: neither passed nor failed
    };

    QString name;
    QString workflow = {}; ///< of Actions; empty for others
    State state = State::Other;
    QString summary = {};    ///< one line of its own words; may be empty
    bool isRequired = false; ///< the base's rules want it passed
    std::optional<QDateTime> startedAt = {};
    std::optional<QDateTime> completedAt = {};
    QUrl url = {}; ///< https, or empty

    bool operator==(const Check &) const = default;
};

/// The checks of a pull request's head.
struct PullChecks
{
    ObjectId head;
    QList<Check> checks = {};

    bool operator==(const PullChecks &) const = default;
};

/// The checks of some pull requests.
struct CheckedPulls
{
    QHash<PullNumber, PullChecks> checks = {}; ///< without those that there are not
    bool areReadable =
        true; ///< false for a token that cannot read checks: every fine-grained one, and what lacks scopes

    bool operator==(const CheckedPulls &) const = default;
};

/// Of checks with the same name and workflow, which a re-run leaves behind, the last one started counts. At most 100 of
/// each pull request. Errors: NotFound, those of Api. GraphQL: `Commit.statusCheckRollup`; 25 pull requests a request.
[[nodiscard]] QCoro::Task<Result<CheckedPulls>> listChecks(Api api, RepositoryId repository, QList<PullNumber> pulls,
                                                           std::stop_token stop);

} // namespace slipway::github
