// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/recover.h"

#include "core/workspace/actions/bringpull.h"
#include "core/workspace/actions/pullsteps.h"
#include "core/workspace/text.h"

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

/// What has become of one thing; nothing if it cannot be found out now.
using Found = std::optional<Interruption>;

QCoro::Task<Found> recoverOpening(ReachPointer reach, Opening opening, std::stop_token stop)
{
    const auto branch = BranchName::parse(opening.branch);
    if (!branch)
        co_return Interruption{.message = Text::tr("Opening a pull request was interrupted before anything was sent.")};
    const auto &name = *branch;
    const auto at = co_await github::findBranch(reach->github(), reach->connection().repository, name, stop);
    if (!at)
        co_return std::nullopt;
    const auto isThere = *at && !opening.commit.isEmpty() && (*at)->text() == opening.commit;
    if (!isThere)
        co_return Interruption{
            .message = Text::tr("Opening “%1” was interrupted before anything was sent.").arg(opening.title)};
    reach->state().keep(reach->id(), writtenName(opening.branch), opening.commit.toUtf8());
    const auto opened = co_await bringPullRequest(reach, opening, stop);
    if (opened) {
        const auto told = opening.pullRequest > 0 ? Text::tr("Updating #%1 was interrupted; it is done now.")
                                                  : Text::tr("Opening #%1 was interrupted; it is open now.");
        co_return Interruption{.message = told.arg(opened->number), .pullRequest = opened->number};
    }
    const auto kind = opened.error().kind;
    if (kind == Error::Kind::Conflict)
        co_return Interruption{.message = Text::tr("Sending “%1” was interrupted; its commit is on %2. %3")
                                              .arg(opening.title, opening.branch, opened.error().message)};
    if (kind == Error::Kind::Offline || kind == Error::Kind::Timeout || kind == Error::Kind::Cancelled ||
        kind == Error::Kind::RateLimited)
        co_return std::nullopt;
    co_return Interruption{.message =
                               Text::tr("Opening “%1” was interrupted. Its commit is on %2, without a pull request: %3")
                                   .arg(opening.title, opening.branch, opened.error().message)};
}

QCoro::Task<Found> recoverClosing(ReachPointer reach, int number, std::stop_token stop)
{
    const auto closed =
        co_await github::closePull(reach->github(), reach->connection().repository, PullNumber{number}, stop);
    if (closed)
        co_return Interruption{.message = Text::tr("Closing #%1 was interrupted; it is closed now.").arg(number),
                               .pullRequest = number};
    const auto kind = closed.error().kind;
    if (kind == Error::Kind::Offline || kind == Error::Kind::Timeout || kind == Error::Kind::Cancelled ||
        kind == Error::Kind::RateLimited)
        co_return std::nullopt;
    co_return Interruption{
        .message = Text::tr("Closing #%1 was interrupted. %2").arg(QString::number(number), closed.error().message),
        .pullRequest = number};
}

QCoro::Task<Found> recoverOne(ReachPointer reach, store::Begun begun, std::stop_token stop)
{
    if (begun.kind == QLatin1StringView(closingKind))
        co_return co_await recoverClosing(reach, begun.what.toInt(), stop);
    const auto opening = openingFrom(begun.what);
    co_return co_await recoverOpening(reach, opening.value_or(Opening{}), stop);
}

} // namespace

QCoro::Task<QList<Interruption>> recover(ReachPointer reach, QList<store::Begun> begun, std::stop_token stop)
{
    QList<Interruption> all;
    for (const auto &one : std::as_const(begun)) {
        const auto found = co_await recoverOne(reach, one, stop);
        if (!found)
            continue;
        all.append(*found);
        reach->state().end(one.id);
    }
    co_return all;
}

} // namespace slipway::workspace
