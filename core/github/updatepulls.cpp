// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/updatepulls.h"

#include "core/github/reading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

constexpr int mostPages = 20;

const auto pullsQuery =
    uR"(query($owner: String!, $name: String!, $refPrefix: String!, $after: String, $withClosed: Boolean!) {
  repository(owner: $owner, name: $name) {
    refs(refPrefix: $refPrefix, first: 50, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { associatedPullRequests(states: [OPEN], first: 5) { nodes { ...pull } } }
    }
    pullRequests(states: [CLOSED, MERGED], first: 100, orderBy: {field: UPDATED_AT, direction: DESC}) @include(if: $withClosed) {
      nodes { ...pull }
    }
  }
}
fragment pull on PullRequest {
  id number title body url state isDraft isCrossRepository createdAt updatedAt closedAt
  author { __typename login }
  headRefName headRefOid baseRefName baseRefOid
  labels(first: 20) { nodes { name } }
  mergeable mergeStateStatus reviewDecision
  mergedBy { __typename login }
  timelineItems(itemTypes: [CLOSED_EVENT], last: 1) { nodes { ... on ClosedEvent { actor { __typename login } } } }
})"_s;

constexpr std::array<std::pair<QLatin1StringView, PullRequest::State>, 2> states{{
    {"OPEN"_L1, PullRequest::State::Open},
    {"MERGED"_L1, PullRequest::State::Merged},
}};

constexpr std::array<std::pair<QLatin1StringView, UpdatePull::Mergeable>, 2> mergeables{{
    {"MERGEABLE"_L1, UpdatePull::Mergeable::Yes},
    {"CONFLICTING"_L1, UpdatePull::Mergeable::Conflicting},
}};

constexpr std::array<std::pair<QLatin1StringView, UpdatePull::MergeState>, 7> mergeStates{{
    {"BEHIND"_L1, UpdatePull::MergeState::Behind},
    {"BLOCKED"_L1, UpdatePull::MergeState::Blocked},
    {"CLEAN"_L1, UpdatePull::MergeState::Clean},
    {"DIRTY"_L1, UpdatePull::MergeState::Dirty},
    {"DRAFT"_L1, UpdatePull::MergeState::Draft},
    {"HAS_HOOKS"_L1, UpdatePull::MergeState::HasHooks},
    {"UNSTABLE"_L1, UpdatePull::MergeState::Unstable},
}};

constexpr std::array<std::pair<QLatin1StringView, UpdatePull::Review>, 3> reviews{{
    {"REVIEW_REQUIRED"_L1, UpdatePull::Review::Required},
    {"APPROVED"_L1, UpdatePull::Review::Approved},
    {"CHANGES_REQUESTED"_L1, UpdatePull::Review::ChangesRequested},
}};

QString readLabel(const json::Value &in)
{
    return in["name"_L1].text();
}

QStringList readLabels(const json::Value &in)
{
    const auto labels = in.find("labels"_L1);
    return labels ? (*labels)["nodes"_L1].each(readLabel) : QStringList{};
}

QString readCloser(const json::Value &in)
{
    if (auto merger = readActor(in, "mergedBy"_L1); !merger.isEmpty())
        return merger;
    const auto events =
        in["timelineItems"_L1]["nodes"_L1].each([](const json::Value &event) { return readActor(event, "actor"_L1); });
    return events.isEmpty() ? QString{} : events.last();
}

PullRequest readPullRequest(const json::Value &in)
{
    return {
        .number = {in["number"_L1].number()},
        .nodeId = in["id"_L1].text(),
        .title = in["title"_L1].text(),
        .body = in["body"_L1].text(),
        .author = readActor(in, "author"_L1),
        .branch = in["headRefName"_L1].parsed(BranchName::parse),
        .head = in["headRefOid"_L1].parsed(ObjectId::parse),
        .base = in["baseRefName"_L1].parsed(BranchName::parse),
        .baseHead = in["baseRefOid"_L1].parsed(ObjectId::parse),
        .state = meaningOf(in["state"_L1].text(), states, PullRequest::State::Closed),
        .isDraft = in["isDraft"_L1].boolean(),
        .isFromFork = in["isCrossRepository"_L1].boolean(),
        .labels = readLabels(in),
        .createdAt = in["createdAt"_L1].time(),
        .updatedAt = in["updatedAt"_L1].time(),
        .closedAt = readTime(in, "closedAt"_L1),
        .url = readLink(in["url"_L1]),
    };
}

UpdatePull readUpdatePull(const json::Value &in)
{
    const auto pull = readPullRequest(in);
    const bool isOpen = pull.state == PullRequest::State::Open;
    return {
        .pull = pull,
        .mergeable = meaningOf(in["mergeable"_L1].text(), mergeables, UpdatePull::Mergeable::Unknown),
        .mergeState = meaningOf(in["mergeStateStatus"_L1].text(), mergeStates, UpdatePull::MergeState::Unknown),
        .review = meaningOf(readText(in, "reviewDecision"_L1), reviews, UpdatePull::Review::NotNeeded),
        .closedBy = isOpen ? QString{} : readCloser(in),
    };
}

struct Page
{
    QList<UpdatePull> pulls;
    QString next; ///< cursor; empty at the end
};

QList<UpdatePull> readPulls(const json::Value &in)
{
    return in["nodes"_L1].each(readUpdatePull);
}

Page readPage(const json::Value &in)
{
    const auto repository = in["repository"_L1];
    const auto refs = repository["refs"_L1];
    Page page;
    for (const auto lists =
             refs["nodes"_L1].each([](const json::Value &ref) { return readPulls(ref["associatedPullRequests"_L1]); });
         const auto &pulls : lists)
        page.pulls += pulls;
    if (const auto closed = repository.find("pullRequests"_L1))
        page.pulls += readPulls(*closed);
    if (refs["pageInfo"_L1]["hasNextPage"_L1].boolean())
        page.next = refs["pageInfo"_L1]["endCursor"_L1].text();
    return page;
}

bool isWanted(const UpdatePull &one, const QString &prefix, const QDateTime &closedSince)
{
    const auto &pull = one.pull;
    const bool isRecent = pull.state == PullRequest::State::Open || (pull.closedAt && *pull.closedAt >= closedSince);
    return isRecent && !pull.isFromFork && pull.branch.text().startsWith(prefix);
}

} // namespace

QCoro::Task<Result<QList<UpdatePull>>> listUpdatePulls(Api api, RepositoryId repository, QString prefix,
                                                       QDateTime closedSince, std::stop_token stop)
{
    QList<UpdatePull> all;
    QJsonObject variables{{u"owner"_s, repository.owner()},
                          {u"name"_s, repository.name()},
                          {u"refPrefix"_s, QString{u"refs/heads/"_s + prefix}},
                          {u"after"_s, QJsonValue::Null},
                          {u"withClosed"_s, true}};
    for (int pages = 0; pages < mostPages; ++pages) {
        const Query query{.text = pullsQuery, .variables = variables, .what = repository.text()};
        const auto answer = co_await api.askAll(query, stop);
        if (!answer)
            co_return failure(answer.error());
        const auto page = decodeData(*answer, readPage);
        if (!page)
            co_return failure(page.error());
        all += page->pulls;
        if (page->next.isEmpty())
            break;
        variables[u"after"_s] = page->next;
        variables[u"withClosed"_s] = false;
    }
    all.removeIf([&](const UpdatePull &one) { return !isWanted(one, prefix, closedSince); });
    std::ranges::sort(all, std::greater{}, [](const UpdatePull &one) { return one.pull.number; });
    co_return all;
}

} // namespace slipway::github
