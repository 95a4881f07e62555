// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/commits.h"

#include "core/github/reading.h"
#include "core/github/text.h"
#include "core/ids/branchname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

constexpr int pageSize = 100;
constexpr int mostCommits = 1000;

Commit readCommitValue(const json::Value &in)
{
    const auto commit = in["commit"_L1];
    const auto author = commit["author"_L1];
    return {
        .id = in["sha"_L1].parsed(ObjectId::parse),
        .tree = commit["tree"_L1]["sha"_L1].parsed(ObjectId::parse),
        .parents =
            in["parents"_L1].each([](const json::Value &parent) { return parent["sha"_L1].parsed(ObjectId::parse); }),
        .message = commit["message"_L1].text(),
        .author = {.name = author["name"_L1].text(),
                   .login = readLogin(in, "author"_L1),
                   .at = author["date"_L1].time()},
        .committed = commit["committer"_L1]["date"_L1].time(),
    };
}

struct ComparisonPage
{
    Comparison comparison;
    int total = 0;
};

int limitedCount(const json::Value &in)
{
    return static_cast<int>(std::min<qint64>(in.count(), std::numeric_limits<int>::max()));
}

ComparisonPage readComparison(const json::Value &in)
{
    using Status = Comparison::Status;
    constexpr std::array<std::pair<QLatin1StringView, Status>, 3> words{{
        {"identical"_L1, Status::Identical},
        {"ahead"_L1, Status::Ahead},
        {"behind"_L1, Status::Behind},
    }};
    auto commits = in["commits"_L1].each(readCommitValue);
    std::ranges::reverse(commits);
    return {
        .comparison = {.status = meaningOf(in["status"_L1].text(), words, Status::Diverged),
                       .mergeBase = in["merge_base_commit"_L1]["sha"_L1].parsed(ObjectId::parse),
                       .aheadBy = limitedCount(in["ahead_by"_L1]),
                       .behindBy = limitedCount(in["behind_by"_L1]),
                       .commits = commits},
        .total = limitedCount(in["total_commits"_L1]),
    };
}

/// Refuses what would lead out of its place in a path, and all else that names no commit.
Result<QString> revisionPath(const QString &revision)
{
    if (!BranchName::parse(revision))
        return failure({Error::Kind::InvalidInput, Text::tr("“%1” names no commit.").arg(quotable(revision))});
    return encoded(revision);
}

QCoro::Task<Result<ComparisonPage>> comparisonPage(Api api, QString path, QString what, int page, std::stop_token stop)
{
    const auto query = u"?per_page=%1&page=%2"_s.arg(pageSize).arg(page);
    const auto answer = co_await api.get(path + query, what, stop);
    co_return answer.and_then([](const http::Response &found) { return json::decode(found.body, readComparison); });
}

} // namespace

QCoro::Task<Result<Commit>> readCommit(Api api, RepositoryId repository, QString revision, std::stop_token stop)
{
    const auto ref = revisionPath(revision);
    if (!ref)
        co_return failure(ref.error());
    // One entry: the answer lists the changed files too, which nobody reads here.
    const auto path = u"/repos/%1/commits/%2?per_page=1"_s.arg(repository.text(), *ref);
    const auto what = Text::tr("%1 of %2").arg(revision, repository.text());
    const Call call{.path = path, .what = what};
    const auto answer = co_await api.answerTo(call, stop);
    if (!answer)
        co_return failure(answer.error());
    if (answer->status == 409 || answer->status == 422) // an empty repository; an id that no commit has
        co_return failure({Error::Kind::NotFound, Text::tr("%1 was not found on %2.").arg(what, api.host().name)});
    if (answer->status != 200)
        co_return failure(api.refused(*answer, what));
    co_return json::decode(answer->body, readCommitValue);
}

QCoro::Task<Result<Comparison>> compareCommits(Api api, RepositoryId repository, QString base, QString head, int most,
                                               std::stop_token stop)
{
    const auto from = revisionPath(base);
    const auto to = revisionPath(head);
    if (!from || !to)
        co_return failure(from ? to.error() : from.error());
    const auto path = u"/repos/%1/compare/%2...%3"_s.arg(repository.text(), *from, *to);
    const auto what = Text::tr("%1...%2 of %3").arg(base, head, repository.text());
    most = std::min(most, mostCommits);

    const auto first = co_await comparisonPage(api, path, what, 1, stop);
    if (!first)
        co_return failure(first.error());
    auto comparison = first->comparison;
    const auto oldest = std::exchange(comparison.commits, {});
    // Pages begin with the oldest commit: the newest are on the last one.
    const int last = (first->total + pageSize - 1) / pageSize;
    for (int page = last; page > 1 && comparison.commits.size() < most; --page) {
        const auto next = co_await comparisonPage(api, path, what, page, stop);
        if (!next)
            co_return failure(next.error());
        comparison.commits += next->comparison.commits;
    }
    if (comparison.commits.size() < most)
        comparison.commits += oldest;
    comparison.commits = comparison.commits.mid(0, most);
    co_return comparison;
}

} // namespace slipway::github
