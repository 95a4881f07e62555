// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/problem.h"
#include "core/config/policy.h"
#include "core/image/reference.h"
#include "core/updates/plan.h"
#include "core/updates/provenanceclaim.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

/// What a window shows: one value, made anew by each refresh. Every time is UTC.
namespace slipway::workspace
{

/// Where a row stands, in the order of need: what comes first needs a person most.
enum class State { Failed, Blocked, UpdateReady, InProgress, Behind, Held, Unknown, Checking, NotChecked, UpToDate };

/// A row is a service of one project.
struct RowKey
{
    QString project; ///< the project's first file
    QString service;

    auto operator<=>(const RowKey &) const = default;
    friend size_t qHash(const RowKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.project, key.service);
    }
};

/// A tag, a digest, or both.
struct ImageVersion
{
    QString tag; ///< empty if there is none
    std::optional<Digest> digest = {};

    bool operator==(const ImageVersion &) const = default;
};

/// What runs: as the newest successful deployment to production says, else as the branch says.
struct Running
{
    ImageVersion version;
    QString environment = {};  ///< empty: as the branch says
    QDateTime deployedAt = {}; ///< only with an environment

    bool operator==(const Running &) const = default;
};

struct Check
{
    enum class State { Passed, Failed, Running, Neutral, Skipped };

    QString name;
    State state = State::Running;
    bool isRequired = false;
    QString summary = {}; ///< what it says of itself; empty if nothing
    QDateTime startedAt = {};
    QDateTime completedAt = {};

    bool operator==(const Check &) const = default;
};

/// What one pull request changes of a service, as its marker says.
struct Move
{
    QString service;
    ImageVersion from;
    ImageVersion to;

    bool operator==(const Move &) const = default;
};

/// A pull request of Slipway's: its branch is `slipway/…` of the deployment repository itself.
struct PullRequest
{
    enum class Stage { Open, Merged, Closed };
    enum class Review { None, Required, ChangesRequested, Approved };
    enum class Mergeability { Unknown, Clean, Conflicting, Blocked, BaseMoved };

    int number = 0;
    QString title = {};
    QString url = {};
    QString author = {};
    QString branch = {};
    QString into = {};
    QString headCommit = {};
    Stage stage = Stage::Open;
    bool isDraft = false;
    QDateTime openedAt = {};
    QDateTime endedAt = {}; ///< merged or closed
    QString endedBy = {};
    Review review = Review::None;
    Mergeability mergeability = Mergeability::Unknown;
    int newerCommits = 0; ///< of the branch it goes into, since it was made
    QStringList labels = {};
    QList<Check> checks = {};
    QList<Move> moves = {};          ///< empty for a change of the policy
    QString policyChange = {};       ///< its title, for a branch `slipway/policy`; else empty
    QStringList policyServices = {}; ///< whose policy it changes

    bool operator==(const PullRequest &) const = default;
};

/// The newest deployment that carried a service, where it failed.
struct DeployFailure
{
    QString environment;
    QString description; ///< in the words of whoever deployed
    ImageVersion version;
    QDateTime at;

    bool operator==(const DeployFailure &) const = default;
};

struct Row
{
    RowKey key;
    bool isInSeveralProjects = false; ///< then the project is named beside the service
    ImageReference image;             ///< as the branch says
    QString file = {};                ///< in which the image stands
    int line = 0;                     ///< of the image, there
    State state = State::Checking;
    Running running = {};
    std::optional<updates::Judgement> judgement = {}; ///< nothing until it was asked for
    QDateTime newestCreated = {};          ///< of the candidate, or of the newest that is held; invalid if unknown
    QDateTime runningCreated = {};         ///< of the image that the branch says
    int releasesBehind = 0;                ///< comparable tags above the written one, up to the candidate
    bool isAutomated = false;              ///< a workflow of the repository opens its pull requests
    QList<Platform> platforms = {};        ///< of the candidate, else of the present image
    QList<Platform> droppedPlatforms = {}; ///< that the present image has and the candidate lacks
    updates::ProvenanceClaim claimedProvenance = {};
    config::Policy policy = {};
    QList<int> pullRequests = {}; ///< numbers of those that carry it, newest first
    std::optional<DeployFailure> failure = {};
    std::optional<Error> problem = {}; ///< what went wrong with the last action on it
    QDateTime checkedAt = {};          ///< when the registry was asked; invalid: not yet
    QDateTime askAgainAt = {};         ///< when a registry that limits its rate may be asked again; invalid if unknown

    bool operator==(const Row &) const = default;
};

/// GitHub's primary rate limit, as its last answer said.
struct Budget
{
    int limit = 0;
    int remaining = 0;
    QDateTime resetsAt = {};

    bool operator==(const Budget &) const = default;
};

/// What was under way when the program ended, and what has become of it since.
struct Interruption
{
    QString message;
    int pullRequest = 0; ///< 0 if there is none

    bool operator==(const Interruption &) const = default;
};

struct Snapshot
{
    QString host = {}; ///< "github.com"
    QString owner = {};
    QString repository = {};
    QString branch = {};
    QString commit = {}; ///< of the branch, that the rows were read at; empty until then
    QString person = {}; ///< who is signed in; empty until known
    bool isDemo = false;
    int composeFiles = 0;
    QStringList composeFileNames = {};
    QList<Row> rows = {};                 ///< sorted by key
    QList<PullRequest> pullRequests = {}; ///< open ones, and those that ended lately; by number, newest first
    QStringList branches = {};
    QStringList labels = {}; ///< of the repository
    std::optional<Budget> budget = {};
    QDateTime refreshedAt = {};             ///< the last refresh that came to its end; invalid: never
    QDateTime offlineSince = {};            ///< invalid: online
    std::optional<Error> problem = {};      ///< why the last refresh did not come to its end
    QList<Interruption> interruptions = {}; ///< of the last run; Actions::dismissInterruptions takes them away
    QList<slipway::Problem> problems = {};  ///< of the compose files and of slipway.yml

    bool operator==(const Snapshot &) const = default;

    [[nodiscard]] const Row *find(const RowKey &key) const;
    [[nodiscard]] const PullRequest *find(int pullRequest) const;
    /// The open pull request that carries a row; null if there is none.
    [[nodiscard]] const PullRequest *openFor(const Row &row) const;
};

} // namespace slipway::workspace
