// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/json.h"
#include "core/simulator/api/nodeid.h"
#include "core/simulator/objects/site.h"
#include "core/simulator/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;

QJsonValue conclusionOf(const CheckRun &run)
{
    switch (run.conclusion) {
    case CheckRun::Conclusion::None: return {};
    case CheckRun::Conclusion::Success: return u"SUCCESS"_s;
    case CheckRun::Conclusion::Failure: return u"FAILURE"_s;
    case CheckRun::Conclusion::Neutral: return u"NEUTRAL"_s;
    }
    return {};
}

/// Whether the base of that pull request asks for it.
bool isRequired(const Repository &repository, const CheckRun &run, int number)
{
    const auto pull = repository.pulls.find(number);
    return pull != repository.pulls.end() && repository.protections.value(pull->base).checks.contains(run.name);
}

Object workflowRun(const Site &site, const Repository &repository, const CheckRun &run)
{
    const Object workflow{
        .type = u"Workflow"_s, .interfaces = {u"Node"_s}, .fields = {{u"name"_s, fixed(u"checks"_s)}}};
    const QString url = site.html + u'/' + fullName(repository) + u"/actions/runs/%1"_s.arg(run.id);
    return {.type = u"WorkflowRun"_s,
            .interfaces = {u"Node"_s},
            .fields = {{u"event"_s, fixed(u"pull_request"_s)},
                       {u"url"_s, fixed(url)},
                       {u"databaseId"_s, fixed(run.id)},
                       {u"workflow"_s, lazily([workflow] { return workflow; })}}};
}

Object suite(const Site &site, const Repository &repository, const CheckRun &run)
{
    return {.type = u"CheckSuite"_s,
            .interfaces = {u"Node"_s},
            .fields = {
                {u"id"_s, fixed(nodeId(u"CS"_s, run.id))},
                {u"workflowRun"_s, lazily([&site, &repository, run] { return workflowRun(site, repository, run); })},
                {u"app"_s, lazily([] {
                     return Object{
                         .type = u"App"_s,
                         .interfaces = {u"Node"_s},
                         .fields = {{u"slug"_s, fixed(u"github-actions"_s)}, {u"name"_s, fixed(u"GitHub Actions"_s)}}};
                 })},
            }};
}

Object runObject(const Site &site, const Repository &repository, const CheckRun &run)
{
    const QString url = site.html + u'/' + fullName(repository) + u"/actions/runs/%1/job/%1"_s.arg(run.id);
    return {.type = u"CheckRun"_s,
            .interfaces = {u"StatusCheckRollupContext"_s, u"RequirableByPullRequest"_s, u"Node"_s},
            .fields = {
                {u"id"_s, fixed(nodeId(u"CR"_s, run.id))},
                {u"databaseId"_s, fixed(run.id)},
                {u"name"_s, fixed(run.name)},
                {u"status"_s, fixed(run.completedAt ? u"COMPLETED"_s : u"IN_PROGRESS"_s)},
                {u"conclusion"_s, fixed(conclusionOf(run))},
                {u"title"_s, fixed(textOrNull(run.title))},
                {u"summary"_s, fixed({})},
                {u"startedAt"_s, fixed(timeText(run.startedAt))},
                {u"completedAt"_s, fixed(timeOrNull(run.completedAt))},
                {u"url"_s, fixed(url)},
                {u"detailsUrl"_s, fixed(url)},
                {u"permalink"_s, fixed(url)},
                {u"isRequired"_s,
                 [&repository, run](const QJsonObject &arguments) {
                     return Value{
                         QJsonValue{isRequired(repository, run, arguments.value("pullRequestNumber"_L1).toInt())}};
                 }},
                {u"checkSuite"_s, lazily([&site, &repository, run] { return suite(site, repository, run); })},
            }};
}

QString stateOf(const QList<CheckRun> &runs)
{
    const auto has = [&](CheckRun::Conclusion conclusion) {
        return std::ranges::find(runs, conclusion, &CheckRun::conclusion) != runs.end();
    };
    if (has(CheckRun::Conclusion::Failure))
        return u"FAILURE"_s;
    return has(CheckRun::Conclusion::None) ? u"PENDING"_s : u"SUCCESS"_s;
}

/// How many there are in each state, for those who want no more.
Value countsOf(const QList<CheckRun> &runs)
{
    QMap<QString, int> counts;
    for (const auto &run : runs)
        ++counts[run.completedAt ? conclusionOf(run).toString() : u"IN_PROGRESS"_s];
    Values list;
    for (auto one = counts.begin(); one != counts.end(); ++one)
        list.append(Object{.type = u"CheckRunStateCount"_s,
                           .fields = {{u"state"_s, fixed(one.key())}, {u"count"_s, fixed(*one)}}});
    return list;
}

Value contexts(const Site &site, const Repository &repository, const QList<CheckRun> &runs,
               const QJsonObject &arguments)
{
    const bool isReadable = site.viewer.kind != Viewer::Kind::FineGrained;
    const auto value = connectionOf(
        u"StatusCheckRollupContextConnection"_s, runs,
        [&site, &repository, isReadable](const CheckRun &run) {
            return isReadable ? Value{runObject(site, repository, run)} : Value{forbidden()};
        },
        arguments);
    const auto *connection = std::get_if<graphql::ObjectPtr>(&value);
    if (!connection)
        return value;
    return with(**connection, {{u"checkRunCount"_s, fixed(static_cast<qint64>(runs.size()))},
                               {u"statusContextCount"_s, fixed(0)},
                               {u"statusContextCountsByState"_s, lazily([] { return Values{}; })},
                               {u"checkRunCountsByState"_s, lazily([runs] { return countsOf(runs); })}});
}

} // namespace

/// A fine-grained token learns the state of all together, and not one check.
Value checkRollup(const Site &site, Repository &repository, const ObjectId &commit)
{
    const auto runs = repository.checkRuns.value(commit);
    if (runs.isEmpty())
        return none();
    return Object{
        .type = u"StatusCheckRollup"_s,
        .interfaces = {u"Node"_s},
        .fields = {
            {u"id"_s, fixed(textOf({u"SCR"_s, {QString::number(repository.id), commit}}))},
            {u"state"_s, fixed(stateOf(runs))},
            {u"contexts"_s, [&site, &repository, runs](
                                const QJsonObject &arguments) { return contexts(site, repository, runs, arguments); }},
        }};
}

} // namespace slipway::simulator::objects
