// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/changes.h"

#include "ui/review/text.h"
#include "ui/words/versions.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace slipway::review
{
namespace
{

using workspace::PullRequest;
using workspace::Row;
using workspace::Snapshot;
using workspace::State;

std::optional<Group> groupOf(State state, bool hasPullRequest)
{
    switch (state) {
    case State::Blocked:
    case State::UpdateReady: return Group::Awaiting;
    case State::Failed: return hasPullRequest ? std::optional{Group::Awaiting} : std::nullopt;
    case State::InProgress: return Group::UnderWay;
    case State::Behind: return Group::NotOpenedYet;
    default: return std::nullopt;
    }
}

qint64 newestFirst(const QDateTime &time)
{
    return time.isValid() ? -time.toSecsSinceEpoch() : 0;
}

QString joined(QStringList parts)
{
    parts.removeAll(QString{});
    return parts.join(u", "_s);
}

bool isMajor(const Row &row)
{
    if (!row.judgement)
        return false;
    const auto &judgement = *row.judgement;
    return judgement.risks.contains(updates::Risk::Major) ||
           (judgement.outcome == updates::Outcome::Held && judgement.reason == updates::Reason::Level);
}

QString namesOf(const PullRequest &pull)
{
    QStringList names;
    for (const auto &move : pull.moves)
        names.append(move.service);
    return names.isEmpty() ? pull.title : names.join(u", "_s);
}

/// "1.4.2 → 1.5.0" of a single service; of several, how many.
QString movesOf(const PullRequest &pull)
{
    if (pull.moves.isEmpty())
        return {};
    if (pull.moves.size() > 1)
        return Text::tr("%n updates", nullptr, int(pull.moves.size()));
    return words::versions(pull.moves.first().from, pull.moves.first().to);
}

Change openChange(const PullRequest &pull, const QList<const Row *> &rows)
{
    Change change{.key = {},
                  .pullRequest = pull.number,
                  .state = pull.policyChange.isEmpty() ? State::InProgress : State::UpdateReady,
                  .name = namesOf(pull)};
    bool major = false;
    for (const auto *row : rows) {
        change.rows.append(row->key);
        change.state = row == rows.first() ? row->state : std::min(change.state, row->state);
        major = major || isMajor(*row);
    }
    change.detail = joined({movesOf(pull), u"#%1"_s.arg(pull.number), major ? Text::tr("major") : QString{}});
    change.key = {groupOf(change.state, true).value_or(Group::UnderWay),
                  newestFirst(rows.isEmpty() ? pull.openedAt : rows.first()->newestCreated), change.name};
    return change;
}

Change doneChange(const PullRequest &pull)
{
    const bool isMerged = pull.stage == PullRequest::Stage::Merged;
    const auto end = isMerged ? Text::tr("#%1 merged") : Text::tr("#%1 closed");
    return {.key = {Group::DoneToday, newestFirst(pull.endedAt), namesOf(pull)},
            .pullRequest = pull.number,
            .stage = pull.stage,
            .name = namesOf(pull),
            .detail = joined({movesOf(pull), end.arg(pull.number)})};
}

std::optional<Change> unopenedChange(const Row &row)
{
    const auto group = groupOf(row.state, false);
    if (!group || !row.judgement || !row.judgement->candidate)
        return std::nullopt;
    const workspace::ImageVersion from{row.image.tag.value_or(QString{}), row.image.digest};
    const workspace::ImageVersion to{row.judgement->candidate->tag, row.judgement->candidate->digest};
    return Change{.key = {*group, newestFirst(row.newestCreated), row.key.service},
                  .rows = {row.key},
                  .state = row.state,
                  .name = row.key.service,
                  .detail = joined({words::versions(from, to), isMajor(row) ? Text::tr("major") : QString{}})};
}

} // namespace

QString Change::id() const
{
    if (pullRequest > 0)
        return u"#%1"_s.arg(pullRequest);
    return rows.isEmpty() ? name : rows.first().project + u'\n' + rows.first().service;
}

look::StateLook lookOf(const Change &change)
{
    using Stage = workspace::PullRequest::Stage;
    if (change.stage == Stage::Open)
        return look::lookOf(change.state);
    return {.icon = change.stage == Stage::Merged ? u"merge"_s : u"close"_s, .iconColor = look::Token::TextSecondary};
}

QString groupName(Group group)
{
    switch (group) {
    case Group::Awaiting: return Text::tr("Awaiting you");
    case Group::UnderWay: return Text::tr("Under way");
    case Group::NotOpenedYet: return Text::tr("Not opened yet");
    case Group::DoneToday: return Text::tr("Done today");
    }
    return {};
}

QList<Change> changesOf(const Snapshot &snapshot, const QDateTime &now, Order order)
{
    QList<Change> changes;
    QHash<int, QList<const Row *>> carried;
    for (const auto &row : snapshot.rows) {
        if (const auto *pull = snapshot.openFor(row))
            carried[pull->number].append(&row);
        else if (auto change = unopenedChange(row))
            changes.append(*change);
    }
    for (const auto &pull : snapshot.pullRequests) {
        if (pull.stage == PullRequest::Stage::Open)
            changes.append(openChange(pull, carried.value(pull.number)));
        else if (pull.endedAt.toLocalTime().date() == now.toLocalTime().date())
            changes.append(doneChange(pull));
    }
    for (auto &change : changes) {
        change.key.id = change.id();
        if (order == Order::ByService)
            change.key.newestFirst = 0;
    }
    std::ranges::sort(changes, {}, &Change::key);
    return changes;
}

int awaitingCount(const QList<Change> &changes)
{
    return int(
        std::ranges::count_if(changes, [](const Change &change) { return change.key.group == Group::Awaiting; }));
}

} // namespace slipway::review
