// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/state.h"
#include "ui/look/stateicon.h"

/// What stands in the list of the Review screen.
namespace slipway::review
{

enum class Group { Awaiting, UnderWay, NotOpenedYet, DoneToday };

/// How the changes of a group follow each other.
enum class Order { NewestFirst, ByService };

/// A pull request of Slipway's, or an update that has none yet.
struct Change
{
    /// The place in the list.
    struct Key
    {
        Group group;
        qint64 newestFirst; ///< seconds before the epoch; 0 in the order of the services
        QString name;
        QString id = {}; ///< what has the same name and time is not the same change

        auto operator<=>(const Key &) const = default;
    };

    Key key;
    int pullRequest = 0;                ///< 0: not opened yet
    QList<workspace::RowKey> rows = {}; ///< empty for what is done
    workspace::State state = workspace::State::UpdateReady;
    workspace::PullRequest::Stage stage = workspace::PullRequest::Stage::Open;
    QString name = {};   ///< of its service or services, or what it does to the policy
    QString detail = {}; ///< "1.8.3 → 2.0.0, #217, major"

    bool operator==(const Change &) const = default;

    /// The same change in another snapshot, whatever became of it.
    [[nodiscard]] QString id() const;
};

[[nodiscard]] QString groupName(Group group);

/// How it is shown: by its state, or by how it ended.
[[nodiscard]] look::StateLook lookOf(const Change &change);

/// All changes of a snapshot, by group and in this order. "Today" is the day of `now` in the person's time zone.
[[nodiscard]] QList<Change> changesOf(const workspace::Snapshot &snapshot, const QDateTime &now,
                                      Order order = Order::NewestFirst);

[[nodiscard]] int awaitingCount(const QList<Change> &changes);

} // namespace slipway::review
