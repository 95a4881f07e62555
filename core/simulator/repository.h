// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulator/git.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

/// What GitHub holds for one repository, as values. Times are in UTC. People are named by login.
namespace slipway::simulator
{

using git::ObjectId;

struct Label
{
    qint64 id;
    QString name;
    QString color;
    QString description = {};
};

/// What a branch asks for before something is merged into it.
struct Protection
{
    int approvals = 0;
    QStringList checks;      ///< that must have passed
    bool strict = false;     ///< the head must hold the newest commit of the base
    bool signatures = false; ///< every commit must be signed
};

struct Comment
{
    qint64 id;
    QString author;
    QString body;
    QDateTime at;
};

/// An issue that is no pull request.
struct Issue
{
    qint64 id;
    QString title;
    QString author;
    QDateTime createdAt;
    std::optional<QDateTime> closedAt = {};
};

struct Review
{
    enum class State { Approved, ChangesRequested, Commented, Dismissed };

    qint64 id;
    QString author;
    State state;
    QString body;
    ObjectId commit;
    QDateTime at;
};

struct PullRequest
{
    qint64 id = 0;
    int number = 0;
    QString title;
    QString body;
    QString author;
    QString head; ///< branch of the same repository; it may be gone
    ObjectId headCommit;
    QString base;        ///< branch
    ObjectId baseCommit; ///< the base when the head last moved
    bool draft = false;
    QDateTime createdAt;
    QDateTime updatedAt;
    std::optional<QDateTime> closedAt = {}; ///< also of a merged one
    QString closedBy = {};
    ObjectId mergeCommit = {}; ///< empty unless it is merged
    QStringList labels = {};
    QStringList requestedReviewers = {};
    QList<Review> reviews = {};
    QList<Comment> comments = {};

    [[nodiscard]] bool isOpen() const { return !closedAt; }
    [[nodiscard]] bool isMerged() const { return !mergeCommit.isEmpty(); }
};

/// A check run of GitHub Actions.
struct CheckRun
{
    enum class Conclusion { None, Success, Failure, Neutral }; ///< None: it has not ended

    qint64 id;
    QString name;
    QDateTime startedAt;
    std::optional<QDateTime> completedAt = {};
    Conclusion conclusion = Conclusion::None;
    QString title = {}; ///< of its output: "No critical, 2 medium"
};

struct DeploymentStatus
{
    qint64 id;
    QString state; ///< in_progress, success, failure
    QString description;
    QDateTime at;
};

struct Deployment
{
    qint64 id;
    ObjectId commit;
    QString ref;
    QString task;
    QString environment;
    QJsonObject payload;
    QString creator;
    QDateTime createdAt;
    QList<DeploymentStatus> statuses; ///< oldest first
};

struct Release
{
    qint64 id;
    QString tag;
    QString notes;
    QString author;
    ObjectId commit;
    QDateTime publishedAt;
};

struct Repository
{
    enum class Permission { Read, Write, Admin };

    qint64 id = 0;
    QString owner = {};
    QString name = {};
    bool isPrivate = false;
    QDateTime createdAt = {};
    QDateTime pushedAt = {};
    QString defaultBranch = {};

    git::Objects objects = {};
    QMap<QString, ObjectId> refs = {}; ///< "refs/heads/main" -> commit

    QMap<QString, Permission> permissions = {}; ///< by login
    QMap<QString, Protection> protections = {}; ///< by branch
    bool deletesMergedBranches = false;
    QList<Label> labels = {};

    int lastNumber = 0; ///< of issues and pull requests
    QMap<int, Issue> issues = {};
    QMap<int, PullRequest> pulls = {};
    QMap<ObjectId, QList<CheckRun>> checkRuns = {}; ///< by commit
    QStringList environments = {};
    QList<Deployment> deployments = {}; ///< oldest first
    QList<Release> releases = {};       ///< oldest first
};

/// "PitchConnect/fogis-deployment".
[[nodiscard]] QString fullName(const Repository &repository);
/// The commit of a branch; empty if there is no such branch.
[[nodiscard]] ObjectId branch(const Repository &repository, const QString &name);

} // namespace slipway::simulator
