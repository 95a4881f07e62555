// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/pulls.h"

#include "core/github/reading.h"
#include "core/github/text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

QString readLabel(const json::Value &in)
{
    return in["name"_L1].text();
}

PullRequest::State readState(const json::Value &in)
{
    if (in.find("merged_at"_L1))
        return PullRequest::State::Merged;
    return in["state"_L1].text() == "open"_L1 ? PullRequest::State::Open : PullRequest::State::Closed;
}

/// Whether both ends are in one repository. A fork that was deleted is null.
bool isFromFork(const json::Value &in)
{
    const auto from = in["head"_L1].find("repo"_L1);
    return !from || (*from)["full_name"_L1].text() != in["base"_L1]["repo"_L1]["full_name"_L1].text();
}

PullRequest readPullRequest(const json::Value &in)
{
    const auto draft = in.find("draft"_L1);
    return {
        .number = {in["number"_L1].number()},
        .nodeId = in["node_id"_L1].text(),
        .title = in["title"_L1].text(),
        .body = readText(in, "body"_L1),
        .author = readLogin(in, "user"_L1),
        .branch = in["head"_L1]["ref"_L1].parsed(BranchName::parse),
        .head = in["head"_L1]["sha"_L1].parsed(ObjectId::parse),
        .base = in["base"_L1]["ref"_L1].parsed(BranchName::parse),
        .baseHead = in["base"_L1]["sha"_L1].parsed(ObjectId::parse),
        .state = readState(in),
        .isDraft = draft && draft->boolean(),
        .isFromFork = isFromFork(in),
        .labels = in["labels"_L1].each(readLabel),
        .createdAt = in["created_at"_L1].time(),
        .updatedAt = in["updated_at"_L1].time(),
        .closedAt = readTime(in, "closed_at"_L1),
        .url = readLink(in["html_url"_L1]),
    };
}

Result<PullRequest> pullIn(const Result<http::Response> &answer)
{
    return answer.and_then([](const http::Response &found) { return json::decode(found.body, readPullRequest); });
}

QString pullPath(const RepositoryId &repository, PullNumber number)
{
    return u"/repos/%1/pulls/%2"_s.arg(repository.text(), QString::number(number.value));
}

QString nameOf(const RepositoryId &repository, PullNumber number)
{
    return Text::tr("#%1 of %2").arg(QString::number(number.value), repository.text());
}

} // namespace

QCoro::Task<Result<QList<PullRequest>>> findOpenPulls(Api api, RepositoryId repository, BranchName branch,
                                                      std::stop_token stop)
{
    // Without its owner the branch is ignored, and all pull requests come.
    const auto head = encoded(repository.owner() + u':' + branch.text());
    const auto path = u"/repos/%1/pulls?state=open&head=%2&per_page=100"_s.arg(repository.text(), head);
    const auto answer = co_await api.get(path, repository.text(), stop);
    auto pulls = answer.and_then(
        [](const http::Response &found) { return json::decode(found.body, json::listOf(readPullRequest)); });
    if (pulls)
        pulls->removeIf([&](const PullRequest &pull) { return pull.branch != branch || pull.isFromFork; });
    co_return pulls;
}

QCoro::Task<Result<PullRequest>> readPull(Api api, RepositoryId repository, PullNumber number, std::stop_token stop)
{
    co_return pullIn(co_await api.get(pullPath(repository, number), nameOf(repository, number), stop));
}

QCoro::Task<Result<PullRequest>> createPull(Api api, RepositoryId repository, PullDraft draft, std::stop_token stop)
{
    const QJsonObject body{{u"title"_s, draft.title},
                           {u"body"_s, draft.body},
                           {u"head"_s, draft.branch.text()},
                           {u"base"_s, draft.base.text()}};
    const auto path = u"/repos/%1/pulls"_s.arg(repository.text());
    const auto what = Text::tr("A pull request in %1").arg(repository.text());
    co_return pullIn(co_await api.post(path, what, body, stop));
}

QCoro::Task<Result<PullRequest>> editPull(Api api, RepositoryId repository, PullNumber number, QString title,
                                          QString body, std::stop_token stop)
{
    const QJsonObject change{{u"title"_s, title}, {u"body"_s, body}};
    co_return pullIn(co_await api.patch(pullPath(repository, number), nameOf(repository, number), change, stop));
}

QCoro::Task<Result<PullRequest>> closePull(Api api, RepositoryId repository, PullNumber number, std::stop_token stop)
{
    const QJsonObject change{{u"state"_s, u"closed"_s}};
    co_return pullIn(co_await api.patch(pullPath(repository, number), nameOf(repository, number), change, stop));
}

namespace
{

QCoro::Task<Result<>> sendLabels(Api api, QByteArray method, RepositoryId repository, PullNumber number,
                                 QStringList labels, std::stop_token stop)
{
    const auto path = u"/repos/%1/issues/%2/labels"_s.arg(repository.text(), QString::number(number.value));
    const QJsonObject body{{u"labels"_s, QJsonArray::fromStringList(labels)}};
    const auto answer =
        co_await api.send({.method = method, .path = path, .what = nameOf(repository, number), .body = body}, stop);
    co_return answer.transform([](const http::Response &) {});
}

} // namespace

QCoro::Task<Result<>> setLabels(Api api, RepositoryId repository, PullNumber number, QStringList labels,
                                std::stop_token stop)
{
    return sendLabels(api, "PUT"_ba, repository, number, labels, stop);
}

QCoro::Task<Result<>> addLabels(Api api, RepositoryId repository, PullNumber number, QStringList labels,
                                std::stop_token stop)
{
    return sendLabels(api, "POST"_ba, repository, number, labels, stop);
}

} // namespace slipway::github
