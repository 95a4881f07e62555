// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/checks.h"

#include "core/github/reading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

using State = Check::State;

constexpr qsizetype pullsPerQuery = 25;

/// `isRequired` wants the number of the pull request that it is asked for: so each has its own part of the query.
QString queryFor(const QList<PullNumber> &pulls)
{
    const auto part = uR"(
    p%1: pullRequest(number: %1) { number commits(last: 1) { nodes { commit { oid statusCheckRollup { contexts(first: 100) { nodes {
      __typename
      ... on CheckRun {
        name status conclusion title startedAt completedAt url isRequired(pullRequestNumber: %1)
        checkSuite { workflowRun { event workflow { name } } }
      }
      ... on StatusContext { context state description targetUrl createdAt isRequired(pullRequestNumber: %1) }
    } } } } } } })"_s;
    QString parts;
    for (const auto number : pulls)
        parts += part.arg(number.value);
    return u"query($owner: String!, $name: String!) {\n  repository(owner: $owner, name: $name) {"_s + parts +
           u"\n  }\n}"_s;
}

constexpr std::array<std::pair<QLatin1StringView, State>, 9> conclusions{{
    {"SUCCESS"_L1, State::Passed},
    {"FAILURE"_L1, State::Failed},
    {"TIMED_OUT"_L1, State::Failed},
    {"STARTUP_FAILURE"_L1, State::Failed},
    {"ERROR"_L1, State::Failed},
    {"NEUTRAL"_L1, State::Neutral},
    {"SKIPPED"_L1, State::Skipped},
    {"CANCELLED"_L1, State::Cancelled},
    {"ACTION_REQUIRED"_L1, State::NeedsAction},
}};

constexpr std::array<std::pair<QLatin1StringView, State>, 6> statuses{{
    {"IN_PROGRESS"_L1, State::Running},
    {"QUEUED"_L1, State::Waiting},
    {"REQUESTED"_L1, State::Waiting},
    {"WAITING"_L1, State::Waiting},
    {"PENDING"_L1, State::Waiting},
    {"EXPECTED"_L1, State::Waiting},
}};

QUrl readUrl(const json::Value &in, QLatin1StringView field)
{
    const auto url = in.find(field);
    return url ? readLink(*url) : QUrl{};
}

/// A workflow may run for a push and for the pull request: these are two.
QString readWorkflow(const json::Value &in)
{
    const auto suite = in.find("checkSuite"_L1);
    const auto run = suite ? suite->find("workflowRun"_L1) : std::nullopt;
    if (!run)
        return {};
    const auto event = (*run)["event"_L1].text();
    const auto name = (*run)["workflow"_L1]["name"_L1].text();
    return event == "push"_L1 ? name + u" (push)"_s : name;
}

Check readCheckRun(const json::Value &in)
{
    const auto status = in["status"_L1].text();
    const auto conclusion = readText(in, "conclusion"_L1);
    return {
        .name = in["name"_L1].text(),
        .workflow = readWorkflow(in),
        .state = status == "COMPLETED"_L1 ? meaningOf(conclusion, conclusions, State::Other)
                                          : meaningOf(status, statuses, State::Waiting),
        .summary = quotable(readText(in, "title"_L1)),
        .isRequired = in["isRequired"_L1].boolean(),
        .startedAt = readTime(in, "startedAt"_L1),
        .completedAt = readTime(in, "completedAt"_L1),
        .url = readUrl(in, "url"_L1),
    };
}

/// A status has one time, that of its last word.
Check readStatus(const json::Value &in)
{
    const auto word = in["state"_L1].text();
    const auto state = meaningOf(word, statuses, meaningOf(word, conclusions, State::Other));
    const auto at = readTime(in, "createdAt"_L1);
    return {
        .name = in["context"_L1].text(),
        .state = state,
        .summary = quotable(readText(in, "description"_L1)),
        .isRequired = in["isRequired"_L1].boolean(),
        .startedAt = at,
        .completedAt = state == State::Waiting ? std::nullopt : at,
        .url = readUrl(in, "targetUrl"_L1),
    };
}

Check readCheck(const json::Value &in)
{
    return in["__typename"_L1].text() == "CheckRun"_L1 ? readCheckRun(in) : readStatus(in);
}

QList<Check> lastOfEach(const QList<Check> &all)
{
    QList<Check> kept;
    for (const auto &check : all) {
        const auto same = std::ranges::find_if(
            kept, [&](const Check &other) { return other.name == check.name && other.workflow == check.workflow; });
        if (same == kept.end())
            kept.append(check);
        else if (same->startedAt <= check.startedAt)
            *same = check;
    }
    return kept;
}

struct NumberedChecks
{
    PullNumber number;
    std::optional<PullChecks> checks; ///< nothing where they could not be read
};

PullChecks readCommitChecks(const json::Value &in)
{
    const auto commit = in["commit"_L1];
    const auto rollup = commit.find("statusCheckRollup"_L1); // none: nobody has said anything yet
    return {
        .head = commit["oid"_L1].parsed(ObjectId::parse),
        .checks = rollup ? lastOfEach((*rollup)["contexts"_L1]["nodes"_L1].each(readCheck)) : QList<Check>{},
    };
}

NumberedChecks readPull(const json::Value &in)
{
    const auto commits = in["commits"_L1]["nodes"_L1].each(readCommitChecks);
    return {{in["number"_L1].number()}, commits.isEmpty() ? std::nullopt : std::optional{commits.first()}};
}

QList<NumberedChecks> readPulls(const json::Value &in)
{
    return in["repository"_L1].entries(readPull).values();
}

bool isForbidden(const GraphQlAnswer &answer)
{
    return std::ranges::any_of(answer.errors, [](const GraphQlError &error) {
        return error.type == "FORBIDDEN"_L1 || error.type == "INSUFFICIENT_SCOPES"_L1;
    });
}

} // namespace

QCoro::Task<Result<CheckedPulls>> listChecks(Api api, RepositoryId repository, QList<PullNumber> pulls,
                                             std::stop_token stop)
{
    CheckedPulls checked;
    for (qsizetype at = 0; at < pulls.size(); at += pullsPerQuery) {
        const Query query{
            .text = queryFor(pulls.mid(at, pullsPerQuery)),
            .variables = {{u"owner"_s, repository.owner()}, {u"name"_s, repository.name()}},
            .what = repository.text(),
        };
        const auto answer = co_await api.ask(query, stop);
        if (!answer)
            co_return failure(answer.error());
        if (isForbidden(*answer))
            co_return CheckedPulls{.areReadable = false};
        if (!answer->errors.isEmpty() || !answer->hasData)
            co_return failure(api.refused(*answer, query.what));
        const auto read = decodeData(*answer, readPulls);
        if (!read)
            co_return failure(read.error());
        for (const auto &one : *read)
            if (one.checks)
                checked.checks.insert(one.number, *one.checks);
    }
    co_return checked;
}

} // namespace slipway::github
