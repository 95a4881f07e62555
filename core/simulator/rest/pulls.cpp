// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/rest/pulls.h"

#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/patch.h"
#include "core/simulator/api/pullview.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/commits.h"
#include "core/simulator/rest/labels.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

QJsonValue timeOr(const std::optional<QDateTime> &at)
{
    return at ? QJsonValue{timeText(*at)} : QJsonValue::Null;
}

Json endJson(const Call &call, const QString &branch, const ObjectId &commit)
{
    const auto &repository = *call.repository;
    return {{"label", repository.owner + u':' + branch},
            {"ref", branch},
            {"sha", commit},
            {"user", simpleUser(call, repository.owner)},
            {"repo", repositoryJson(call, repository)}};
}

void addAddresses(const Call &call, const PullRequest &pull, Json &json)
{
    const QString url = urlOf(call, pull), html = htmlOf(call, *call.repository) + u"/pull/%1"_s.arg(pull.number);
    const QString issue = urlOf(call, *call.repository) + u"/issues/%1"_s.arg(pull.number);
    const QList<std::pair<const char *, QString>> addresses{
        {"html", html},
        {"issue", issue},
        {"commits", url + u"/commits"},
        {"review_comments", url + u"/comments"},
        {"review_comment", urlOf(call, *call.repository) + u"/pulls/comments{/number}"},
        {"comments", issue + u"/comments"},
        {"statuses", urlOf(call, *call.repository) + u"/statuses/"_s + pull.headCommit},
    };
    Json links{{"self", Json{{"href", url}}}};
    for (const auto &[name, address] : addresses) {
        json.set(QString(QLatin1StringView{name} + u"_url"), address);
        links.set(name, Json{{"href", address}});
    }
    json.set("_links", links);
    json.set("url", url);
    json.set("diff_url", html + u".diff");
    json.set("patch_url", html + u".patch");
}

/// What a list has of each. Source: schema "pull-request-simple".
Json simpleJson(const Call &call, const PullRequest &pull)
{
    QJsonArray reviewers;
    for (const auto &login : pull.requestedReviewers)
        reviewers.append(simpleUser(call, login));
    Json json{
        {"id", pull.id},
        {"node_id", textOf(nodeIdOf(*call.repository, pull))},
        {"number", pull.number},
        {"state", pull.isOpen() ? u"open"_s : u"closed"_s},
        {"locked", false},
        {"active_lock_reason", QJsonValue::Null},
        {"title", pull.title},
        {"user", simpleUser(call, pull.author)},
        {"body", pull.body.isEmpty() ? QJsonValue::Null : QJsonValue{pull.body}},
        {"labels", labelsJson(call, pull.labels)},
        {"milestone", QJsonValue::Null},
        {"created_at", timeText(pull.createdAt)},
        {"updated_at", timeText(pull.updatedAt)},
        {"closed_at", timeOr(pull.closedAt)},
        {"merged_at", pull.isMerged() ? timeOr(pull.closedAt) : QJsonValue::Null},
        {"assignees", QJsonArray{}},
        {"requested_reviewers", reviewers},
        {"requested_teams", QJsonArray{}},
        {"head", endJson(call, pull.head, pull.headCommit)},
        {"base", endJson(call, pull.base, pull.baseCommit)},
        {"author_association", associationOf(call.world, *call.repository, pull.author)},
        {"auto_merge", QJsonValue::Null},
        {"draft", pull.draft},
    };
    addAddresses(call, pull, json);
    if (call.version == Version::Of2022) {
        json.set("assignee", QJsonValue::Null);
        json.set("merge_commit_sha", pull.isMerged() ? QJsonValue{pull.mergeCommit} : QJsonValue::Null);
    }
    return json;
}

/// What one by itself tells more. Source: schema "pull-request".
Json fullJson(const Call &call, const PullRequest &pull)
{
    const auto content = contentOf(*call.repository, pull);
    const auto lines = lineCount(content.files);
    const auto merge = askMergeability(call.memory, *call.repository, pull);
    auto json = simpleJson(call, pull);
    json.set("merged", pull.isMerged());
    json.set("mergeable", merge && pull.isOpen() ? QJsonValue{merge->mergeable} : QJsonValue::Null);
    json.set("rebaseable", merge && pull.isOpen() ? QJsonValue{merge->mergeable} : QJsonValue::Null);
    json.set("mergeable_state", merge && pull.isOpen() ? stateText(merge->state).toLower() : u"unknown"_s);
    json.set("merged_by", pull.isMerged() ? simpleUser(call, pull.closedBy) : QJsonValue::Null);
    json.set("comments", pull.comments.size());
    json.set("review_comments", 0);
    json.set("maintainer_can_modify", false);
    json.set("commits", content.commits.size());
    json.set("additions", lines.additions);
    json.set("deletions", lines.deletions);
    json.set("changed_files", content.files.size());
    return json;
}

/// `head` counts only with its owner in front, as on GitHub: without one, all pull requests match.
bool matches(const Call &call, const PullRequest &pull)
{
    const auto state = call.query("state"_L1), head = call.query("head"_L1), base = call.query("base"_L1);
    if (state != "all"_L1 && pull.isOpen() != (state != "closed"_L1))
        return false;
    if (!base.isEmpty() && base != pull.base)
        return false;
    return !head.contains(u':') || head.compare(call.repository->owner + u':' + pull.head, Qt::CaseInsensitive) == 0;
}

Answer list(const Call &call)
{
    QList<const PullRequest *> list;
    for (const auto &pull : std::as_const(call.repository->pulls))
        if (matches(call, pull))
            list.prepend(&pull);
    if (const auto sort = call.query("sort"_L1); sort == "updated"_L1)
        std::ranges::stable_sort(list, std::greater{}, &PullRequest::updatedAt);
    if (call.query("direction"_L1) == "asc"_L1)
        std::ranges::reverse(list);
    return page(call, list, [&](const PullRequest *pull) { return simpleJson(call, *pull); });
}

Answer get(const Call &call)
{
    const auto *pull = pullOf(call);
    if (!pull)
        return notFound(call);
    if (call.accepts("diff"))
        return text("application/vnd.github.diff; charset=utf-8", gitDiff(contentOf(*call.repository, *pull).files));
    return json(200, fullJson(call, *pull));
}

Answer create(const Call &call)
{
    const auto body = call.body();
    const NewPull wanted{.title = body["title"_L1].toString(),
                         .body = body["body"_L1].toString(),
                         .head = body["head"_L1].toString().section(u':', -1),
                         .base = body["base"_L1].toString(),
                         .draft = body["draft"_L1].toBool()};
    for (const auto &[field, branchName] : {std::pair{u"base"_s, wanted.base}, std::pair{u"head"_s, wanted.head}})
        if (branch(*call.repository, branchName).isEmpty())
            return invalid(call, {.resource = u"PullRequest"_s, .field = field, .code = u"invalid"_s});
    if (wanted.title.isEmpty())
        return invalid(call, {.resource = u"Issue"_s, .field = u"title"_s, .code = u"missing_field"_s});
    if (const auto wrong = objection(*call.repository, wanted); !wrong.isEmpty())
        return invalid(call, {.resource = u"PullRequest"_s, .message = wrong});
    const auto &pull = openPull(call.world, *call.repository, wanted, call.viewer.login);
    auto answer = json(201, fullJson(call, pull));
    answer.headers.append(QHttpHeaders::WellKnownHeader::Location, urlOf(call, pull).toUtf8());
    return answer;
}

Answer update(const Call &call)
{
    auto *pull = pullOf(call);
    if (!pull)
        return notFound(call);
    const auto body = call.body();
    if (const auto base = body["base"_L1].toString(); !base.isEmpty()) {
        if (branch(*call.repository, base).isEmpty())
            return invalid(call, {.resource = u"PullRequest"_s, .field = u"base"_s, .code = u"invalid"_s});
        pull->base = base;
    }
    pull->title = body["title"_L1].toString(pull->title);
    if (body.contains("body"_L1))
        pull->body = body["body"_L1].toString();
    const auto state = body["state"_L1].toString();
    if (state == "closed"_L1 && pull->isOpen())
        closePull(call.world, *call.repository, *pull, call.viewer.login);
    else if (state == "open"_L1 && !pull->isOpen() && !reopenPull(call.world, *call.repository, *pull))
        return invalid(call,
                       {.resource = u"PullRequest"_s,
                        .field = u"state"_s,
                        .code = u"invalid"_s,
                        .message = u"state cannot be changed. The %1 branch has been deleted."_s.arg(pull->head)});
    pull->updatedAt = call.world.now;
    return json(200, fullJson(call, *pull));
}

} // namespace

PullRequest *pullOf(const Call &call)
{
    const auto found = call.repository->pulls.find(call.part("pull_number"_L1).toInt());
    return found == call.repository->pulls.end() ? nullptr : &*found;
}

QString urlOf(const Call &call, const PullRequest &pull)
{
    return urlOf(call, *call.repository) + u"/pulls/%1"_s.arg(pull.number);
}

QList<Route> pullRoutes()
{
    const auto pulls = u"/repos/{owner}/{repo}/pulls"_s, one = u"/repos/{owner}/{repo}/pulls/{pull_number}"_s;
    return {
        {"GET", pulls, For::Anyone, u"pulls/pulls#list-pull-requests"_s, list},
        {"POST", pulls, For::Writers, u"pulls/pulls#create-a-pull-request"_s, create},
        {"GET", one, For::Anyone, u"pulls/pulls#get-a-pull-request"_s, get},
        {"PATCH", one, For::Writers, u"pulls/pulls#update-a-pull-request"_s, update},
    };
}

} // namespace slipway::simulator::rest
