// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/deployments.h"

#include "core/github/reading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

using State = Deployment::State;

const auto deploymentsQuery = uR"(query($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    deployments(first: 100, orderBy: {field: CREATED_AT, direction: DESC}) {
      nodes {
        id environment commitOid task payload description createdAt
        ref { name }
        creator { __typename login }
        statuses(first: 10) { nodes { state description createdAt logUrl } }
      }
    }
  }
})"_s;

constexpr std::array<std::pair<QLatin1StringView, State>, 8> states{{
    {"PENDING"_L1, State::Pending},
    {"QUEUED"_L1, State::Pending},
    {"WAITING"_L1, State::Pending},
    {"IN_PROGRESS"_L1, State::InProgress},
    {"SUCCESS"_L1, State::Succeeded},
    {"FAILURE"_L1, State::Failed},
    {"ERROR"_L1, State::Failed},
    {"INACTIVE"_L1, State::Inactive},
}};

Deployment::Status readStatus(const json::Value &in)
{
    const auto log = in.find("logUrl"_L1);
    return {
        .state = meaningOf(in["state"_L1].text(), states, State::Other),
        .description = quotable(readText(in, "description"_L1)),
        .at = in["createdAt"_L1].time(),
        .log = log ? readLink(*log) : QUrl{},
    };
}

QList<Deployment::Status> readStatuses(const json::Value &in)
{
    const auto statuses = in.find("statuses"_L1);
    auto list = statuses ? (*statuses)["nodes"_L1].each(readStatus) : QList<Deployment::Status>{};
    std::ranges::stable_sort(list, std::ranges::greater{}, &Deployment::Status::at);
    return list;
}

Deployment readDeployment(const json::Value &in)
{
    const auto ref = in.find("ref"_L1);
    return {
        .id = in["id"_L1].text(),
        .environment = readText(in, "environment"_L1),
        .ref = ref ? (*ref)["name"_L1].text() : QString{},
        .commit = in["commitOid"_L1].parsed(ObjectId::parse),
        .task = readText(in, "task"_L1),
        .payload = readText(in, "payload"_L1),
        .description = quotable(readText(in, "description"_L1)),
        .creator = readActor(in, "creator"_L1),
        .createdAt = in["createdAt"_L1].time(),
        .statuses = readStatuses(in),
    };
}

QList<Deployment> readDeployments(const json::Value &in)
{
    return in["repository"_L1]["deployments"_L1]["nodes"_L1].each(readDeployment);
}

} // namespace

State Deployment::state() const
{
    return statuses.isEmpty() ? State::Pending : statuses.first().state;
}

std::optional<QDateTime> Deployment::succeededAt() const
{
    const auto success = std::ranges::find(statuses, State::Succeeded, &Status::state);
    return success == statuses.end() ? std::nullopt : std::optional{success->at};
}

QCoro::Task<Result<QList<Deployment>>> listDeployments(Api api, RepositoryId repository, std::stop_token stop)
{
    const Query query{
        .text = deploymentsQuery,
        .variables = {{u"owner"_s, repository.owner()}, {u"name"_s, repository.name()}},
        .what = repository.text(),
    };
    const auto answer = co_await api.askAll(query, stop);
    if (!answer)
        co_return failure(answer.error());
    co_return decodeData(*answer, readDeployments);
}

} // namespace slipway::github
