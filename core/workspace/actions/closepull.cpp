// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/closepull.h"

#include "core/github/pulls.h"
#include "core/workspace/actions/opening.h"
#include "core/workspace/text.h"

namespace slipway::workspace
{
namespace
{

Error wasMerged(int number)
{
    return {.kind = Error::Kind::InvalidInput,
            .message = Text::tr("#%1 was merged already.").arg(number),
            .remedy = Text::tr("Take it back with another pull request.")};
}

} // namespace

QCoro::Task<Result<>> closePullRequest(ReachPointer reach, int number, std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    const auto pull = co_await github::readPull(reach->github(), repository, PullNumber{number}, stop);
    if (!pull)
        co_return failure(pull.error());
    if (pull->state == github::PullRequest::State::Merged)
        co_return failure(wasMerged(number));
    if (pull->state == github::PullRequest::State::Closed)
        co_return Result<>{};
    const auto journal =
        reach->state().begin(reach->id(), QString::fromLatin1(closingKind), QByteArray::number(number));
    if (!journal)
        co_return failure(journal.error());
    const auto closed = co_await github::closePull(reach->github(), repository, PullNumber{number}, stop);
    reach->state().end(*journal);
    co_return closed.transform([](const github::PullRequest &) {});
}

} // namespace slipway::workspace
