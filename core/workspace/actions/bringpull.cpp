// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/actions/bringpull.h"

#include "core/workspace/actions/pullsteps.h"
#include "core/workspace/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::workspace
{
namespace
{

QCoro::Task<Result<std::optional<github::PullRequest>>> findPull(ReachPointer reach, Opening opening,
                                                                 std::stop_token stop)
{
    const auto branch = *BranchName::parse(opening.branch);
    const auto open = co_await github::findOpenPulls(reach->github(), reach->connection().repository, branch, stop);
    if (!open)
        co_return failure(open.error());
    for (const auto &pull : *open) {
        if (pull.base.text() == opening.into)
            co_return std::optional(pull);
    }
    co_return std::optional<github::PullRequest>{};
}

/// As it counts when two are compared: hosts and editors end lines, and texts, in ways of their own.
QString plainly(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1).trimmed();
}

/// With the words that it shall have, or those that it had when it was read.
bool isAsKnown(const github::PullRequest &pull, const Opening &opening)
{
    const auto says = [&](const QString &title, const QString &body) {
        return plainly(pull.title) == plainly(title) && plainly(pull.body) == plainly(body);
    };
    const bool isThatOne = static_cast<int>(pull.number.value) == opening.pullRequest;
    return says(opening.title, opening.body) || (isThatOne && says(opening.titleBefore, opening.bodyBefore));
}

Error rewritten(const github::PullRequest &pull)
{
    return {
        .kind = Error::Kind::Conflict,
        .message =
            Text::tr("Somebody has written into #%1 meanwhile, so its words were left alone.").arg(pull.number.value)};
}

/// Whether there was anything to do: labels of others stay. GitHub knows a label in any case.
QCoro::Task<Result<bool>> bringLabels(ReachPointer reach, github::PullRequest pull, Opening opening,
                                      std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    auto wanted = pull.labels;
    wanted.removeIf([&](const QString &label) { return opening.labelsTaken.contains(label, Qt::CaseInsensitive); });
    const bool someGo = wanted.size() < pull.labels.size();
    QStringList missing;
    std::ranges::copy_if(opening.labels, std::back_inserter(missing),
                         [&](const QString &label) { return !pull.labels.contains(label, Qt::CaseInsensitive); });
    if (missing.isEmpty() && !someGo)
        co_return false;
    const auto brought =
        someGo ? co_await github::setLabels(reach->github(), repository, pull.number, wanted + missing, stop)
               : co_await github::addLabels(reach->github(), repository, pull.number, missing, stop);
    co_return brought.transform([] { return true; });
}

QCoro::Task<Result<Opened>> updatePull(ReachPointer reach, github::PullRequest pull, Opening opening,
                                       std::stop_token stop)
{
    const auto &repository = reach->connection().repository;
    Opened opened{
        .number = static_cast<int>(pull.number.value), .url = pull.url.toString(), .how = Opened::How::Unchanged};
    if (!isAsKnown(pull, opening))
        co_return failure(rewritten(pull));
    if (plainly(pull.title) != plainly(opening.title) || plainly(pull.body) != plainly(opening.body)) {
        const auto edited =
            co_await github::editPull(reach->github(), repository, pull.number, opening.title, opening.body, stop);
        if (!edited)
            co_return failure(edited.error());
        opened.how = Opened::How::Updated;
    }
    const auto labelled = co_await bringLabels(reach, pull, opening, stop);
    if (!labelled)
        co_return failure(labelled.error());
    if (*labelled)
        opened.how = Opened::How::Updated;
    co_return opened;
}

} // namespace

QCoro::Task<Result<>> checkPull(ReachPointer reach, Opening opening, std::stop_token stop)
{
    const auto found = co_await findPull(reach, opening, stop);
    if (!found)
        co_return failure(found.error());
    const auto conflict = [](const QString &message) {
        return failure({.kind = Error::Kind::Conflict, .message = message});
    };
    if (!*found && opening.pullRequest > 0)
        co_return conflict(Text::tr("#%1 is not open any more, so nothing was sent.").arg(opening.pullRequest));
    if (!*found || isAsKnown(**found, opening))
        co_return Result<>{};
    const auto number = static_cast<int>((*found)->number.value);
    co_return conflict(
        number == opening.pullRequest
            ? Text::tr("Somebody has written into #%1 meanwhile, so nothing was sent.").arg(number)
            : Text::tr("#%1 was opened meanwhile for the same branch, so nothing was sent.").arg(number));
}

QCoro::Task<Result<Opened>> bringPullRequest(ReachPointer reach, Opening opening, std::stop_token stop)
{
    auto found = co_await findPull(reach, opening, stop);
    if (!found)
        co_return failure(found.error());
    if (*found)
        co_return co_await updatePull(reach, **found, opening, stop);
    const github::PullDraft draft{.title = opening.title,
                                  .body = opening.body,
                                  .branch = *BranchName::parse(opening.branch),
                                  .base = *BranchName::parse(opening.into)};
    auto made = co_await github::createPull(reach->github(), reach->connection().repository, draft, stop);
    if (made) { // the host may have made something of its own of the words
        opening.pullRequest = static_cast<int>(made->number.value);
        opening.titleBefore = made->title;
        opening.bodyBefore = made->body;
    }
    if (!made && mayBeDone(made.error())) {
        found = co_await findPull(reach, opening, stop);
        if (found && *found)
            made = **found;
    }
    if (!made)
        co_return failure(made.error());
    auto opened = co_await updatePull(reach, *made, opening, stop);
    if (opened)
        opened->how = Opened::How::Created;
    co_return opened;
}

} // namespace slipway::workspace
