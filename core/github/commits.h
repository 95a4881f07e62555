// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/github/api.h"
#include "core/ids/objectid.h"
#include "core/ids/repositoryid.h"

namespace slipway::github
{

struct Commit
{
    struct Author
    {
        QString name;
        QString login = {}; ///< empty where no account is known by the address
        QDateTime at;       ///< UTC

        bool operator==(const Author &) const = default;
    };

    ObjectId id;
    ObjectId tree;
    QList<ObjectId> parents = {};
    QString message; ///< whole; its first line is the title
    Author author;
    QDateTime committed; ///< UTC: when it came to be as it is; a rebase keeps the author's time

    bool operator==(const Commit &) const = default;
};

/// How one commit lies to another.
struct Comparison
{
    enum class Status { Identical, Ahead, Behind, Diverged };

    Status status;
    ObjectId mergeBase;         ///< where the two parted
    int aheadBy = 0;            ///< commits of the head that the base has not
    int behindBy = 0;           ///< commits of the base that the head has not
    QList<Commit> commits = {}; ///< those of `aheadBy`, newest first, as many as were asked for

    bool operator==(const Comparison &) const = default;
};

/// The commit that a branch, a tag or an id names. Errors: NotFound, also for an empty repository; InvalidInput, for
/// what cannot name a commit; those of Api. REST: "Get a commit".
[[nodiscard]] QCoro::Task<Result<Commit>> readCommit(Api api, RepositoryId repository, QString revision,
                                                     std::stop_token stop);

/// What the head has that the base has not; at most `most` commits of it, 1000 if more are asked for. Both are
/// branches, tags or ids. Errors: as of readCommit(). REST: "Compare two commits".
[[nodiscard]] QCoro::Task<Result<Comparison>> compareCommits(Api api, RepositoryId repository, QString base,
                                                             QString head, int most, std::stop_token stop);

} // namespace slipway::github
