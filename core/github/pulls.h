// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/branchname.h"
#include "core/ids/ids.h"
#include "core/ids/objectid.h"
#include "core/ids/repositoryid.h"

namespace slipway::github
{

struct PullRequest
{
    enum class State { Open, Closed, Merged };

    PullNumber number;
    QString nodeId; ///< what GraphQL's mutations call it
    QString title;  ///< texts are as people and programs wrote them
    QString body = {};
    QString author;    ///< login; empty where the account is gone
    BranchName branch; ///< the head's
    ObjectId head;
    BranchName base;
    ObjectId baseHead; ///< where the base stood when the pull request was opened or last pushed to
    State state = State::Open;
    bool isDraft = false;
    bool isFromFork = false; ///< or from a fork that is gone
    QStringList labels = {};
    QDateTime createdAt;
    QDateTime updatedAt;
    std::optional<QDateTime> closedAt = {}; ///< merging closes too
    QUrl url = {};                          ///< https, or empty

    bool operator==(const PullRequest &) const = default;
};

/// What a pull request is opened with.
struct PullDraft
{
    QString title;
    QString body; ///< at most 65536 characters
    BranchName branch;
    BranchName base;
};

/// The open pull requests from a branch of this very repository, into whatever base. Errors: NotFound, those of Api.
/// REST: "List pull requests".
[[nodiscard]] QCoro::Task<Result<QList<PullRequest>>> findOpenPulls(Api api, RepositoryId repository, BranchName branch,
                                                                    std::stop_token stop);

/// Errors: NotFound, those of Api. REST: "Get a pull request".
[[nodiscard]] QCoro::Task<Result<PullRequest>> readPull(Api api, RepositoryId repository, PullNumber number,
                                                        std::stop_token stop);

/// Errors: Conflict, if there is an open one from that branch; InvalidInput, if the branches have no commits between
/// them or one is not there; Forbidden, NotFound, those of Api. REST: "Create a pull request".
[[nodiscard]] QCoro::Task<Result<PullRequest>> createPull(Api api, RepositoryId repository, PullDraft draft,
                                                          std::stop_token stop);

/// Gives it another title and body. Errors: NotFound, Forbidden, those of Api. REST: "Update a pull request".
[[nodiscard]] QCoro::Task<Result<PullRequest>> editPull(Api api, RepositoryId repository, PullNumber number,
                                                        QString title, QString body, std::stop_token stop);

/// Closes it without merging; one that is closed stays so. Errors: as of editPull(). REST: "Update a pull request".
[[nodiscard]] QCoro::Task<Result<PullRequest>> closePull(Api api, RepositoryId repository, PullNumber number,
                                                         std::stop_token stop);

/// Exactly these labels; the repository makes those that it does not know. Errors: as of editPull().
/// REST: "Set labels for an issue".
[[nodiscard]] QCoro::Task<Result<>> setLabels(Api api, RepositoryId repository, PullNumber number, QStringList labels,
                                              std::stop_token stop);

/// Adds labels to those that it has; the repository makes those that it does not know. Errors: as of editPull().
/// REST: "Add labels to an issue".
[[nodiscard]] QCoro::Task<Result<>> addLabels(Api api, RepositoryId repository, PullNumber number, QStringList labels,
                                              std::stop_token stop);

} // namespace slipway::github
