// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/nodeid.h"
#include "core/simulator/api/revision.h"
#include "core/simulator/publish.h"
#include "core/simulator/rest/accounts.h"
#include "core/simulator/rest/repositories.h"
#include "core/simulator/rest/router.h"

using namespace Qt::StringLiterals;

namespace slipway::simulator::rest
{
namespace
{

/// The GitHub App that every check run is of.
Json actionsApp(const Call &call)
{
    return {
        {"id", 15368},
        {"slug", u"github-actions"_s},
        {"node_id", nodeId(u"A"_s, 15368)},
        {"owner", simpleUser(call, call.repository->owner)},
        {"name", u"GitHub Actions"_s},
        {"description", u"Automate your workflow from idea to production"_s},
        {"external_url", u"https://help.github.com/en/actions"_s},
        {"html_url", call.links.html + u"/apps/github-actions"},
        {"created_at", u"2018-07-30T09:30:17Z"_s},
        {"updated_at", u"2024-04-10T20:33:16Z"_s},
        {"permissions", Json{{"checks", u"write"_s}}},
        {"events", QJsonArray{}},
    };
}

QJsonValue conclusionOf(const CheckRun &run)
{
    switch (run.conclusion) {
    case CheckRun::Conclusion::None: return QJsonValue::Null;
    case CheckRun::Conclusion::Success: return u"success"_s;
    case CheckRun::Conclusion::Failure: return u"failure"_s;
    case CheckRun::Conclusion::Neutral: return u"neutral"_s;
    }
    return {};
}

Json runJson(const Call &call, const CheckRun &run, const ObjectId &commit)
{
    const QString url = urlOf(call, *call.repository) + u"/check-runs/%1"_s.arg(run.id);
    const QString html = htmlOf(call, *call.repository) + u"/actions/runs/%1/job/%1"_s.arg(run.id);
    return {
        {"id", run.id},
        {"head_sha", commit},
        {"node_id", nodeId(u"CR"_s, run.id)},
        {"external_id", QString::number(run.id)},
        {"url", url},
        {"html_url", html},
        {"details_url", html},
        {"status", run.completedAt ? u"completed"_s : u"in_progress"_s},
        {"conclusion", conclusionOf(run)},
        {"started_at", timeText(run.startedAt)},
        {"completed_at", run.completedAt ? QJsonValue{timeText(*run.completedAt)} : QJsonValue::Null},
        {"output", Json{{"title", run.title.isEmpty() ? QJsonValue::Null : QJsonValue{run.title}},
                        {"summary", QJsonValue::Null},
                        {"text", QJsonValue::Null},
                        {"annotations_count", 0},
                        {"annotations_url", url + u"/annotations"}}},
        {"name", run.name},
        {"check_suite", Json{{"id", run.id}}},
        {"app", actionsApp(call)},
        {"pull_requests", QJsonArray{}},
    };
}

Answer runs(const Call &call)
{
    const auto commit = revision(*call.repository, call.part("ref"_L1));
    if (commit.isEmpty())
        return refusal(call, 422, u"No commit found for SHA: "_s + call.part("ref"_L1));
    if (call.viewer.kind == Viewer::Kind::FineGrained)
        return refusal(call, 403, u"Resource not accessible by personal access token"_s);
    const auto all = call.repository->checkRuns.value(commit);
    const auto slice = sliceOf(call, all.size());
    QJsonArray list;
    for (auto i = slice.begin; i < slice.end; ++i)
        list.append(runJson(call, all.at(i), commit));
    auto answer = json(200, Json{{"total_count", all.size()}, {"check_runs", list}});
    if (const auto links = linksOf(call, all.size()); !links.isEmpty())
        answer.headers.append("Link", links);
    return answer;
}

/// Nobody here reports statuses, only check runs; GitHub then says "pending" for ever.
Answer combinedStatus(const Call &call)
{
    const auto commit = revision(*call.repository, call.part("ref"_L1));
    if (commit.isEmpty())
        return notFound(call);
    const QString url = urlOf(call, *call.repository) + u"/commits/"_s + commit;
    return json(200, Json{{"state", u"pending"_s},
                          {"statuses", QJsonArray{}},
                          {"sha", commit},
                          {"total_count", 0},
                          {"repository", repositoryJson(call, *call.repository)},
                          {"commit_url", url},
                          {"url", url + u"/status"}});
}

/// No rulesets: what a branch asks for is its classic protection, which is not among the rules.
Answer rules(const Call &)
{
    return json(200, QJsonArray{});
}

} // namespace

QList<Route> checkRoutes()
{
    return {
        {"GET", u"/repos/{owner}/{repo}/commits/{ref}/check-runs"_s, For::Anyone,
         u"checks/runs#list-check-runs-for-a-git-reference"_s, runs},
        {"GET", u"/repos/{owner}/{repo}/commits/{ref}/status"_s, For::Anyone,
         u"commits/statuses#get-the-combined-status-for-a-specific-reference"_s, combinedStatus},
        {"GET", u"/repos/{owner}/{repo}/rules/branches/{branch...}"_s, For::Anyone,
         u"repos/rules#get-rules-for-a-branch"_s, rules},
    };
}

} // namespace slipway::simulator::rest
