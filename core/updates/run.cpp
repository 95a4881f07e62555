// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/run.h"

#include "core/base/aside.h"
#include "core/base/nextturn.h"
#include "core/diff/linediff.h"
#include "core/updates/judge.h"
#include "core/updates/prepared.h"
#include "core/updates/sharing.h"
#include "core/updates/why.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <memory>
#include <ranges>

using namespace Qt::StringLiterals;

namespace slipway::updates
{
namespace
{

/// Subjects that are judged together, by the index of their reference in the plan.
struct Group
{
    QList<qsizetype> indices;
    QList<Subject> subjects;
};

/// Reports as groups are done.
struct Counter
{
    Progress progress;
    int done = 0;
    int total = 0;

    void add(qsizetype count)
    {
        done += static_cast<int>(count);
        if (progress)
            progress(done, total);
    }
};

Judgement refusal(const Refusal &refused)
{
    return {.outcome = Outcome::Refused, .reason = refused.reason, .why = refused.why};
}

/// References whose tag stands in the same variable move together; every other one is a group of its own.
QList<Group> groupsOf(const Survey &survey, Plan &plan)
{
    QList<Group> groups;
    std::map<std::pair<QString, QByteArray>, qsizetype> byVariable;
    for (qsizetype i = 0; i < survey.sites.size(); ++i) {
        auto subject = subjectOf(survey, survey.sites.at(i));
        if (!subject) {
            plan.references[i].judgement = refusal(subject.error());
            continue;
        }
        const auto variable = compose::tagVariable(subject->site);
        const auto known = variable ? byVariable.find({variable->path, variable->name}) : byVariable.end();
        if (known != byVariable.end()) {
            groups[known->second].indices.append(i);
            groups[known->second].subjects.append(*subject);
            continue;
        }
        if (variable)
            byVariable.insert({{variable->path, variable->name}, groups.size()});
        groups.append({.indices = {i}, .subjects = {*subject}});
    }
    return groups;
}

/// Nobody asks about a group of which no reference is wanted.
QList<Group> wantedGroups(const Survey &survey, QList<Group> groups)
{
    groups.removeIf([&](const Group &group) {
        return std::ranges::none_of(group.indices,
                                    [&](qsizetype index) { return isWanted(survey, survey.sites.at(index)); });
    });
    return groups;
}

QCoro::Task<Result<QList<Verdict>>> judgeGroup(Group group, Outside outside, std::shared_ptr<Counter> counter,
                                               std::stop_token stop)
{
    const auto verdicts = co_await judgeTogether(group.subjects, outside, stop);
    for (qsizetype i = 0; verdicts && outside.judged && i < verdicts->size(); ++i) {
        const auto &site = group.subjects.at(i).site;
        outside.judged({.use = site.use, .judgement = verdicts->at(i).judgement, .owners = site.owners});
    }
    if (verdicts && std::ranges::any_of(*verdicts, [](const Verdict &each) { return !each.edits.isEmpty(); }))
        diff::warmUp(); // while others are still asked about
    counter->add(group.indices.size());
    co_return verdicts;
}

/// The verdicts of each group, all groups at once. Error: Cancelled.
QCoro::Task<Result<QList<QList<Verdict>>>> judgeAll(QList<Group> groups, Outside outside, std::stop_token stop)
{
    auto counter = std::make_shared<Counter>(outside.progress);
    for (const auto &group : std::as_const(groups))
        counter->total += static_cast<int>(group.indices.size());
    counter->add(0);
    std::vector<QCoro::Task<Result<QList<Verdict>>>> tasks;
    for (const auto &group : std::as_const(groups)) {
        if (isTurnOver(tasks.size()))
            co_await NextTurn{};
        tasks.push_back(judgeGroup(group, outside, counter, stop));
    }

    QList<QList<Verdict>> all;
    std::optional<Error> stopped;
    for (auto &task : tasks) { // all of them, so that none outlives what it uses
        const auto verdicts = co_await task;
        if (verdicts)
            all.append(*verdicts);
        else
            stopped = verdicts.error();
    }
    if (stopped)
        co_return failure(*stopped);
    co_return all;
}

QList<Judged> judgedOf(const QList<Group> &groups, const QList<QList<Verdict>> &verdicts)
{
    QList<Judged> judged;
    for (const auto &[group, ofGroup] : std::views::zip(groups, verdicts)) {
        for (const auto &[index, subject, verdict] : std::views::zip(group.indices, group.subjects, ofGroup))
            judged.append({.index = index, .subject = subject, .verdict = verdict});
    }
    return judged;
}

/// What went wrong is told without the words of what stands outside of the work tree.
Judgement shown(const Judged &judged)
{
    auto judgement = judged.verdict.judgement;
    const auto isWrong = judgement.outcome == Outcome::Refused || judgement.outcome == Outcome::Error;
    if (isWrong && judged.subject.site.elsewhere)
        judgement.why = whyUnquoted(*judgement.reason);
    return judgement;
}

Plan planOf(const Survey &survey)
{
    Plan plan{.files = survey.files, .references = {}, .problems = survey.problems, .diff = {}, .written = {}};
    plan.references.reserve(survey.sites.size());
    for (const auto &site : survey.sites)
        plan.references.append({.use = site.use, .judgement = {}, .owners = site.owners});
    return plan;
}

QList<ImageRepository> repositoriesOf(const QList<Group> &groups)
{
    QList<ImageRepository> repositories;
    for (const auto &group : groups) {
        for (const auto &subject : group.subjects)
            repositories.append(subject.image().repository);
    }
    return repositories;
}

/// Takes out the references that nobody asked for; they were there for what they share with others.
void keepWanted(const Survey &survey, Plan &plan)
{
    if (survey.services.isEmpty())
        return;
    QList<PlannedReference> wanted;
    for (qsizetype i = 0; i < survey.sites.size(); ++i) {
        if (isWanted(survey, survey.sites.at(i)))
            wanted.append(plan.references.at(i));
    }
    plan.references = wanted;
}

/// The plan with all verdicts, and what it writes.
PreparedPlan finished(Plan plan, const Survey &survey, QList<Judged> judged, const compose::Reader &source)
{
    refuseConflicts(survey, judged);
    QList<compose::TextEdit> edits;
    for (const auto &each : std::as_const(judged)) {
        plan.references[each.index].judgement = shown(each);
        edits += each.verdict.edits;
    }
    keepWanted(survey, plan);
    return prepared(std::move(plan), survey, edits, source);
}

} // namespace

Result<Plan> images(const Scope &scope)
{
    const auto found = survey(scope, Keep::NamesOnly);
    if (!found)
        return failure(found.error());
    auto made = planOf(*found);
    keepWanted(*found, made);
    return made;
}

QCoro::Task<Result<PreparedPlan>> plan(Scope scope, Outside outside, std::stop_token stop)
{
    const auto found = co_await surveyAside(scope, Keep::Places);
    if (!found)
        co_return failure(found.error());
    auto made = planOf(*found);
    made.arguments = scope.files;
    QList<Group> groups;
    QList<QList<Verdict>> verdicts;
    if (found->policies) { // in other threads what takes longer than a window may stand still
        groups = co_await Aside{[&] { return wantedGroups(*found, groupsOf(*found, made)); }};
        outside.client->expect(repositoriesOf(groups));
        const auto all = co_await judgeAll(groups, outside, stop);
        if (!all)
            co_return failure(all.error());
        verdicts = *all;
    }
    auto plan = co_await Aside{[&] { return finished(made, *found, judgedOf(groups, verdicts), scope.source); }};
    if (stop.stop_requested())
        co_return failure(cancelled());
    co_return plan;
}

} // namespace slipway::updates
