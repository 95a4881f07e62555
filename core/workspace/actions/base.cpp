// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/base.h"

#include "core/updates/pullbranch.h"
#include "core/workspace/text.h"

#include <algorithm>

namespace slipway::workspace
{

QCoro::Task<Result<Base>> askBase(ReachPointer reach, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    auto branch = reach->connection().branch;
    if (!reach->learned().repository) {
        const auto found = co_await github::findRepository(reach->github(), repository, stop);
        if (!found)
            co_return failure(found.error());
        reach->learned().repository = *found;
    }
    if (!branch)
        branch = reach->learned().repository->defaultBranch;
    const auto name = branch->text();
    const auto commit = co_await github::readCommit(reach->github(), repository, name, stop);
    if (!commit)
        co_return failure(commit.error());
    const auto known = reach->learned().files;
    const auto files = co_await updates::readRepository(reach->github(), repository, *commit, known, {}, stop);
    if (!files)
        co_return failure(files.error());
    co_return Base{.branch = *branch, .commit = *commit, .files = *files};
}

QCoro::Task<Result<QList<github::UpdatePull>>> askOurPulls(ReachPointer reach, std::stop_token stop)
{
    constexpr int days = 7;
    const auto since = reach->clock().now().addDays(-days);
    const auto prefix = QString::fromLatin1(updates::branchPrefix);
    const auto pulls =
        co_await github::listUpdatePulls(reach->github(), reach->connection().repository, prefix, since, stop);
    co_return pulls;
}

std::optional<Error> goesElsewhere(const QList<github::UpdatePull> &pulls, const BranchName &branch,
                                   const BranchName &into)
{
    const auto found = std::ranges::find_if(pulls, [&](const github::UpdatePull &each) {
        return each.pull.state == github::PullRequest::State::Open && each.pull.branch == branch &&
               each.pull.base != into;
    });
    if (found == pulls.end())
        return std::nullopt;
    return Error{.kind = Error::Kind::InvalidInput,
                 .message = Text::tr("#%1 is open for the same branch, and goes into %2.")
                                .arg(QString::number(found->pull.number.value), found->pull.base.text()),
                 .remedy = Text::tr("Let it go into %1, or close it.").arg(into.text())};
}

} // namespace slipway::workspace
