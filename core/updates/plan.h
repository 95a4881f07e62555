// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/problem.h"
#include "core/compose/imageuse.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace slipway::updates
{

enum class Outcome { Update, Current, Held, Refused, Error };

/// Why an image is held, refused or in error; with an update, why the newest is not the candidate.
enum class Reason {
    Hold,
    Ignored,
    Below,
    Level,
    MinimumAge,
    AgeUnknown,
    PlatformMissing,
    SharedWaiting,
    OlderScheme,
    VariableUnset,
    VariableShared,
    VariableComplex,
    BuiltHere,
    NeverPulled,
    DigestOnly,
    TagNotVersion,
    InvalidReference,
    Template,
    Escaped,
    Shadowed,
    Unused,
    PoliciesDiffer,
    NotManaged,
    RegistryNotFound,
    RegistryUnauthorized,
    RegistryRateLimited,
    RegistryUnreachable,
    RegistryProtocol,
    TagGone,
};

enum class Risk { CurrentGone, Major, OlderBuild, PlatformDropped, SourceChanged, StaleComment };

/// The contract's codes: "update", "minimum-age", "platform-dropped" ….
[[nodiscard]] QString code(Outcome outcome);
[[nodiscard]] QString code(Reason reason);
[[nodiscard]] QString code(Risk risk);

struct Skipped
{
    QString tag;
    Reason reason;
    bool operator==(const Skipped &) const = default;
};

struct Candidate
{
    QString tag;
    Digest digest;
    bool operator==(const Candidate &) const = default;
};

/// The smallest whole reference, default or value that changes.
struct ShownEdit
{
    QString file;
    int line;
    QString before;
    QString after;
    bool operator==(const ShownEdit &) const = default;
};

/// Where the source of the candidate is, if its labels tell.
struct Source
{
    QString url;
    QString from;    ///< commit; empty if unknown
    QString to;      ///< commit; empty if unknown
    QString compare; ///< URL; empty unless both images name the same GitHub repository and a revision
    bool operator==(const Source &) const = default;
};

struct Judgement
{
    Outcome outcome = Outcome::Current;
    std::optional<Reason> reason = {};
    QString why = {}; ///< one or two plain sentences
    std::optional<QString> newest = {};
    QList<Skipped> skipped = {}; ///< newest first, at most ten
    std::optional<Candidate> candidate = {};
    QList<ShownEdit> edits = {};
    QList<Risk> risks = {}; ///< sorted by code
    std::optional<Source> source = {};
    QDateTime askAgainAt = {}; ///< UTC: when a registry that limits its rate may be asked again; not in the document

    bool operator==(const Judgement &) const = default;
};

struct PlannedReference
{
    compose::ImageUse use;
    std::optional<Judgement> judgement;         ///< nothing for `images`, and where the policy is invalid
    QList<compose::ProjectService> owners = {}; ///< whose own image it is; the document does not have it
    bool operator==(const PlannedReference &) const = default;
};

/// The repository and the commit at which a plan was made.
struct PlanBase
{
    QString repository; ///< "owner/name"
    QString ref;        ///< the branch, tag or commit that was asked for
    QString commit;

    bool operator==(const PlanBase &) const = default;
};

/// A pull request that carries updates of a plan.
struct PlanPull
{
    enum class State { Created, Updated, Unchanged };

    QStringList services;
    int number = 0;
    QString url = {};
    QString branch = {};
    State state = State::Created;

    bool operator==(const PlanPull &) const = default;
};
[[nodiscard]] QString code(PlanPull::State state);

/// What a command found: the document of the JSON contract, section 2.
struct Plan
{
    QStringList files; ///< read, in load order
    QList<PlannedReference> references;
    QList<Problem> problems;
    QString diff;
    QStringList written;                              ///< by apply
    QStringList arguments = {};                       ///< the FILE arguments; empty: the files were found
    std::optional<PlanBase> base = {};                ///< nothing for files of this machine
    std::optional<QList<PlanPull>> pullRequests = {}; ///< that apply opened, where it does

    [[nodiscard]] int count(Outcome outcome) const;
    [[nodiscard]] bool isBroken() const; ///< a problem is an error
    bool operator==(const Plan &) const = default;
};

} // namespace slipway::updates
