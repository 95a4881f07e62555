// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/open.h"

#include "core/workspace/actions/closepull.h"
#include "core/workspace/actions/details.h"
#include "core/workspace/actions/draft.h"
#include "core/workspace/actions/openpull.h"
#include "core/workspace/actions/policy.h"
#include "core/workspace/actions/recover.h"
#include "core/workspace/actions/review.h"
#include "core/workspace/refresh.h"

#include <QPointer>

using namespace std::chrono_literals;

namespace slipway::workspace
{
namespace
{

using WorkspacePointer = QPointer<Workspace>;

/// What went wrong with an action on a row stands in that row, until the next one.
void say(const WorkspacePointer &workspace, const QList<RowKey> &keys, const std::optional<Error> &problem)
{
    if (!workspace || (problem && problem->kind == Error::Kind::Cancelled))
        return;
    workspace->change([keys, problem](Snapshot &snapshot) {
        for (auto &row : snapshot.rows) {
            if (keys.contains(row.key))
                row.problem = problem;
        }
    });
}

QCoro::Task<Result<Details>> detailsOf(WorkspacePointer workspace, ReachPointer reach, RowKey key, std::stop_token stop)
{
    const auto *row = workspace ? workspace->snapshot().find(key) : nullptr;
    if (!row)
        co_return failure(cancelled());
    if (const auto &problem = workspace->snapshot().problem; problem && problem->kind == Error::Kind::Unauthorized)
        co_return failure(*problem);
    const auto asked = *row;
    co_return co_await askDetails(reach, asked, stop);
}

QCoro::Task<Result<Opened>> openAndSay(WorkspacePointer workspace, ReachPointer reach, Draft draft,
                                       std::stop_token stop)
{
    const auto opened = co_await openPullRequest(reach, draft, stop);
    say(workspace, draft.services, opened ? std::nullopt : std::optional(opened.error()));
    if (workspace)
        workspace->checkNow();
    co_return opened;
}

QCoro::Task<Result<>> closeAndSay(WorkspacePointer workspace, ReachPointer reach, int number, std::stop_token stop)
{
    const auto closed = co_await closePullRequest(reach, number, stop);
    if (workspace)
        workspace->checkNow();
    co_return closed;
}

/// What an earlier run began and did not end.
struct LeftBehind
{
    QList<store::Begun> begun;
    bool isAskedFor = false;
};

/// Asks again with each refresh until all is known.
QCoro::Task<> recoverInto(WorkspacePointer workspace, ReachPointer reach, std::shared_ptr<LeftBehind> left)
{
    const auto forgetEnded = [&] { // also by a later try, which took the place of an earlier one
        const auto stillBegun = reach->state().begun(reach->id());
        left->begun.removeIf([&](const store::Begun &begun) { return !stillBegun.contains(begun); });
    };
    forgetEnded();
    if (left->begun.isEmpty() || std::exchange(left->isAskedFor, true))
        co_return;
    const auto interruptions = co_await recover(reach, left->begun, {});
    forgetEnded();
    left->isAskedFor = false;
    if (!workspace || interruptions.isEmpty())
        co_return;
    workspace->change([interruptions](Snapshot &snapshot) { snapshot.interruptions += interruptions; });
    workspace->checkNow();
}

} // namespace

std::unique_ptr<Workspace> open(const ReachPointer &reach, Snapshot known)
{
    const auto interval = reach->connection().isDemo ? 5s : 60s;
    auto made = std::make_unique<Workspace>(
        std::move(known),
        [reach](Snapshot before, std::optional<RowKey> only, Report report, std::stop_token stop) {
            return refresh(reach, std::move(before), std::move(only), std::move(report), std::move(stop));
        },
        interval);
    const WorkspacePointer workspace(made.get());
    const auto left = std::make_shared<LeftBehind>(reach->state().begun(reach->id()));
    QObject::connect(made.get(), &Workspace::started, made.get(),
                     [workspace, reach, left] { recoverInto(workspace, reach, left); });
    return made;
}

Actions actionsOf(Workspace *workspace, const ReachPointer &reach)
{
    const WorkspacePointer pointer(workspace);
    const auto tell = [pointer](auto function) {
        if (pointer)
            function(*pointer);
    };
    return {
        .details = [=](RowKey key,
                       std::stop_token stop) { return detailsOf(pointer, reach, std::move(key), std::move(stop)); },
        .reviewPullRequest = [=](int number,
                                 std::stop_token stop) { return reviewPullRequest(reach, number, std::move(stop)); },
        .draftUpdate = [=](QList<RowKey> services,
                           std::stop_token stop) { return draftUpdate(reach, std::move(services), std::move(stop)); },
        .draftPolicy = [=](PolicyChange change,
                           std::stop_token stop) { return draftPolicy(reach, std::move(change), std::move(stop)); },
        .openPullRequest =
            [=](Draft draft, std::stop_token stop) {
                return openAndSay(pointer, reach, std::move(draft), std::move(stop));
            },
        .closePullRequest = [=](int number,
                                std::stop_token stop) { return closeAndSay(pointer, reach, number, std::move(stop)); },
        .checkNow = [=] { tell([](Workspace &it) { it.checkNow(); }); },
        .checkOne = [=](const RowKey &key) { tell([&key](Workspace &it) { it.checkOne(key); }); },
        .cancel = [=] { tell([](Workspace &it) { it.cancel(); }); },
        .dismissInterruptions =
            [=] { tell([](Workspace &it) { it.change([](Snapshot &snapshot) { snapshot.interruptions.clear(); }); }); },
    };
}

} // namespace slipway::workspace
