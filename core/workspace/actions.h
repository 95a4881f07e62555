// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/preview.h"

#include <QCoroTask>

#include <functional>
#include <stop_token>

namespace slipway::workspace
{

/// A change of a service's policy that a person proposes.
struct PolicyChange
{
    enum class Kind { Hold, Ignore, Pin, Level };

    QString service;
    Kind kind = Kind::Hold;
    std::optional<config::Hold> hold = {};      ///< with Hold; nothing takes a hold back
    QStringList ignore = {};                    ///< with Ignore: the tags or globs to add
    config::Pin pin = config::Pin::Keep;        ///< with Pin
    config::Level level = config::Level::Minor; ///< with Level

    bool operator==(const PolicyChange &) const = default;
};

/// What the screens may set in motion. Each is bound to one action of the workspace when the program is put together;
/// a test binds what it likes. Errors carry words for the person; Cancelled after a stop.
struct Actions
{
    template<class T> using Task = QCoro::Task<Result<T>>;

    std::function<Task<Details>(RowKey key, std::stop_token stop)> details;

    /// What an open pull request changes, or what updating these services would change.
    std::function<Task<Preview>(int pullRequest, std::stop_token stop)> reviewPullRequest;
    std::function<Task<Draft>(QList<RowKey> services, std::stop_token stop)> draftUpdate;
    std::function<Task<Draft>(PolicyChange change, std::stop_token stop)> draftPolicy;

    /// Errors: Conflict, when the base has moved since the preview: draft again.
    std::function<Task<Opened>(Draft draft, std::stop_token stop)> openPullRequest;
    std::function<Task<void>(int pullRequest, std::stop_token stop)> closePullRequest;

    std::function<void()> checkNow;
    std::function<void(RowKey key)> checkOne;
    std::function<void()> cancel; ///< the refresh under way
    std::function<void()> dismissInterruptions = {};
    std::function<void()> signIn = {}; ///< asks the person for another token; of the program, not of the workspace
};

} // namespace slipway::workspace
