// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/refs.h"

#include "core/github/text.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

const auto moveMutation = uR"(mutation($input: UpdateRefsInput!) {
  updateRefs(input: $input) { clientMutationId }
})"_s;

const auto commitMutation = uR"(mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
})"_s;

QString nameOf(const RepositoryId &repository, const BranchName &branch)
{
    return Text::tr("Branch %1 of %2").arg(branch.text(), repository.text());
}

QString refPath(const RepositoryId &repository, const BranchName &branch, const QString &collection)
{
    return u"/repos/%1/git/%2/heads/%3"_s.arg(repository.text(), collection, encoded(branch.text()));
}

ObjectId readHead(const json::Value &in)
{
    return in["object"_L1]["sha"_L1].parsed(ObjectId::parse);
}

ObjectId readSignedCommit(const json::Value &in)
{
    return in["createCommitOnBranch"_L1]["commit"_L1]["oid"_L1].parsed(ObjectId::parse);
}

Error movedElsewhere(const QString &what)
{
    return {Error::Kind::Conflict, Text::tr("%1 has been moved by somebody else.").arg(what),
            Text::tr("Look at what is on it. Nothing of it was overwritten.")};
}

Error goneBranch(const QString &what)
{
    return {Error::Kind::NotFound, Text::tr("%1 is gone.").arg(what)};
}

/// Whether the branch is where it may be moved from; true as well if it is where it shall go.
QCoro::Task<Result<bool>> isThere(Api api, RepositoryId repository, BranchMove move, std::stop_token stop)
{
    const auto what = nameOf(repository, move.branch);
    const auto head = co_await findBranch(api, repository, move.branch, stop);
    if (!head)
        co_return failure(head.error());
    if (!*head)
        co_return failure(goneBranch(what));
    if (**head == move.to)
        co_return true;
    if (**head != move.from)
        co_return failure(movedElsewhere(what));
    co_return false;
}

QCoro::Task<Result<Guard>> moveAfterReading(Api api, RepositoryId repository, BranchMove move, std::stop_token stop)
{
    const auto there = co_await isThere(api, repository, move, stop);
    if (!there)
        co_return failure(there.error());
    if (*there)
        co_return Guard::ReadBefore;
    const QJsonObject body{{u"sha"_s, move.to.text()}, {u"force"_s, true}};
    const auto answer =
        co_await api.patch(refPath(repository, move.branch, u"refs"_s), nameOf(repository, move.branch), body, stop);
    co_return answer.transform([](const http::Response &) { return Guard::ReadBefore; });
}

QJsonArray additions(const QList<FileContent> &files)
{
    QJsonArray list;
    for (const auto &file : files)
        list.append(QJsonObject{{u"path"_s, file.path}, {u"contents"_s, QString::fromLatin1(file.content.toBase64())}});
    return list;
}

QJsonObject commitInput(const RepositoryId &repository, const BranchName &branch, const ObjectId &parent,
                        const QString &message, const QList<FileContent> &files)
{
    const auto end = message.indexOf(u'\n');
    const auto headline = end < 0 ? message : message.first(end);
    const auto body = end < 0 ? QString{} : message.sliced(end).trimmed();
    return {
        {u"branch"_s, QJsonObject{{u"repositoryNameWithOwner"_s, repository.text()}, {u"branchName"_s, branch.text()}}},
        {u"expectedHeadOid"_s, parent.text()},
        {u"message"_s, QJsonObject{{u"headline"_s, headline}, {u"body"_s, body}}},
        {u"fileChanges"_s, QJsonObject{{u"additions"_s, additions(files)}}},
    };
}

} // namespace

QCoro::Task<Result<std::optional<ObjectId>>> findBranch(Api api, RepositoryId repository, BranchName branch,
                                                        std::stop_token stop)
{
    const Call call{.path = refPath(repository, branch, u"ref"_s), .what = repository.text()};
    const auto answer = co_await api.answerTo(call, stop);
    if (!answer)
        co_return failure(answer.error());
    if (answer->status == 409) // an empty repository has no branches
        co_return std::nullopt;
    if (answer->status == 404) {
        const auto exists = co_await findRepository(api, repository, stop);
        if (!exists)
            co_return failure(exists.error());
        co_return std::nullopt;
    }
    if (answer->status != 200)
        co_return failure(api.refused(*answer, call.what));
    co_return json::decode(answer->body, readHead).transform([](const ObjectId &head) { return std::optional{head}; });
}

QCoro::Task<Result<>> createBranch(Api api, RepositoryId repository, BranchName branch, ObjectId commit,
                                   std::stop_token stop)
{
    const auto path = u"/repos/%1/git/refs"_s.arg(repository.text());
    const QJsonObject body{{u"ref"_s, branch.ref()}, {u"sha"_s, commit.text()}};
    const auto answer = co_await api.post(path, nameOf(repository, branch), body, stop);
    co_return answer.transform([](const http::Response &) {});
}

QCoro::Task<Result<Guard>> moveBranch(Api api, Repository repository, BranchMove move, std::stop_token stop)
{
    const QJsonObject update{{u"name"_s, move.branch.ref()},
                             {u"beforeOid"_s, move.from.text()},
                             {u"afterOid"_s, move.to.text()},
                             {u"force"_s, true}};
    const QJsonObject input{{u"repositoryId"_s, repository.nodeId}, {u"refUpdates"_s, QJsonArray{update}}};
    const Query query{
        .text = moveMutation, .variables = {{u"input"_s, input}}, .what = nameOf(repository.id, move.branch)};
    const auto answer = co_await api.ask(query, stop);
    if (!answer)
        co_return failure(answer.error());
    if (answer->errors.isEmpty() && answer->hasData)
        co_return Guard::Atomic;
    if (answer->isUnknownThere())
        co_return co_await moveAfterReading(api, repository.id, move, stop);

    // Its words for a branch that stands elsewhere are not documented: where it stands says more.
    const auto there = co_await isThere(api, repository.id, move, stop);
    if (!there)
        co_return failure(there.error());
    if (*there)
        co_return Guard::Atomic;
    co_return failure(api.refused(*answer, query.what));
}

QCoro::Task<Result<>> deleteBranch(Api api, RepositoryId repository, BranchName branch, std::stop_token stop)
{
    const Call call{
        .method = "DELETE"_ba, .path = refPath(repository, branch, u"refs"_s), .what = nameOf(repository, branch)};
    const auto answer = co_await api.answerTo(call, stop);
    if (!answer)
        co_return failure(answer.error());
    const bool wasGone = answer->status == 422 && answer->body.contains("Reference does not exist");
    if (answer->status != 204 && !wasGone)
        co_return failure(api.refused(*answer, call.what));
    co_return {};
}

QCoro::Task<Result<ObjectId>> commitSigned(Api api, RepositoryId repository, BranchName branch, ObjectId parent,
                                           QString message, QList<FileContent> files, std::stop_token stop)
{
    const auto what = nameOf(repository, branch);
    if (!std::ranges::all_of(files, [](const FileContent &file) { return file.mode == FileMode::File; }))
        co_return failure(
            {Error::Kind::InvalidInput,
             Text::tr("%1 wants signed commits, and those cannot keep an executable file or a link.").arg(what),
             Text::tr("Commit the change by hand.")});
    const auto input = commitInput(repository, branch, parent, message, files);
    const Query query{.text = commitMutation, .variables = {{u"input"_s, input}}, .what = what};
    const auto answer = co_await api.ask(query, stop);
    if (!answer)
        co_return failure(answer.error());
    if (answer->errors.isEmpty() && answer->hasData)
        co_return decodeData(*answer, readSignedCommit);
    auto error = api.refused(*answer, what);
    co_return failure(error.kind == Error::Kind::Conflict ? movedElsewhere(what) : std::move(error));
}

} // namespace slipway::github
