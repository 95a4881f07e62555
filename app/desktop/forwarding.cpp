// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/forwarding.h"

namespace slipway::desktop
{
namespace
{

/// Calls a member of the actions that are valid then.
template<class Return, class... Arguments>
std::function<Return(Arguments...)> forward(const std::function<Session &()> &session,
                                            std::function<Return(Arguments...)> workspace::Actions::*action)
{
    return [session, action](Arguments... arguments) { return (session().actions().*action)(std::move(arguments)...); };
}

} // namespace

workspace::Actions forwarded(std::function<Session &()> session)
{
    using workspace::Actions;
    return {
        .details = forward(session, &Actions::details),
        .reviewPullRequest = forward(session, &Actions::reviewPullRequest),
        .draftUpdate = forward(session, &Actions::draftUpdate),
        .draftPolicy = forward(session, &Actions::draftPolicy),
        .openPullRequest = forward(session, &Actions::openPullRequest),
        .closePullRequest = forward(session, &Actions::closePullRequest),
        .checkNow = forward(session, &Actions::checkNow),
        .checkOne = forward(session, &Actions::checkOne),
        .cancel = forward(session, &Actions::cancel),
        .dismissInterruptions = forward(session, &Actions::dismissInterruptions),
        .signIn = {},
    };
}

} // namespace slipway::desktop
