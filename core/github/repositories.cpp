// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/repositories.h"

#include "core/github/reading.h"
#include "core/github/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::github
{

namespace
{

constexpr int myPages = 3;
constexpr int mostPages = 10;

bool mayPush(const json::Value &in)
{
    const auto permissions = in.find("permissions"_L1); // not told to those who do not sign in
    return permissions && (*permissions)["push"_L1].boolean();
}

Repository readRepository(const json::Value &in)
{
    return {
        .id = in["full_name"_L1].parsed(RepositoryId::parse),
        .nodeId = in["node_id"_L1].text(),
        .defaultBranch = in["default_branch"_L1].parsed(BranchName::parse),
        .isPrivate = in["private"_L1].boolean(),
        .isArchived = in["archived"_L1].boolean(),
        .mayPush = mayPush(in),
    };
}

Branch readBranch(const json::Value &in)
{
    return {
        .name = in["name"_L1].parsed(BranchName::parse),
        .head = in["commit"_L1]["sha"_L1].parsed(ObjectId::parse),
        .isProtected = in["protected"_L1].boolean(),
    };
}

QString readLabel(const json::Value &in)
{
    return in["name"_L1].text();
}

Result<RepositoryList> readList(const Result<Pages> &pages)
{
    if (!pages)
        return failure(pages.error());
    return decodePages(*pages, readRepository).transform([&](const QList<Repository> &repositories) {
        return RepositoryList{repositories, pages->isComplete, pages->wantsSignOn};
    });
}

const auto signatureQuery = uR"(query($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      refUpdateRule { requiresSignatures }
      rules(first: 100) { nodes { type } }
    }
  }
})"_s;

bool readWantsSignatures(const json::Value &in)
{
    const auto ref = in["repository"_L1].find("ref"_L1);
    if (!ref)
        return false;
    const auto rule = ref->find("refUpdateRule"_L1);
    if (rule && (*rule)["requiresSignatures"_L1].boolean())
        return true;
    const auto rules = ref->find("rules"_L1);
    const auto types = rules ? (*rules)["nodes"_L1].each([](const json::Value &node) { return node["type"_L1].text(); })
                             : QStringList{};
    return types.contains("REQUIRED_SIGNATURES"_L1);
}

} // namespace

QCoro::Task<Result<Repository>> findRepository(Api api, RepositoryId repository, std::stop_token stop)
{
    const auto answer = co_await api.get(u"/repos/"_s + repository.text(), repository.text(), stop);
    co_return answer.and_then([](const http::Response &found) { return json::decode(found.body, readRepository); });
}

QCoro::Task<Result<RepositoryList>> listMyRepositories(Api api, std::stop_token stop)
{
    const auto path = u"/user/repos?affiliation=owner,collaborator,organization_member&sort=pushed&per_page=100"_s;
    const auto what = Text::tr("The list of your repositories");
    co_return readList(co_await api.pages(path, what, myPages, stop));
}

QCoro::Task<Result<RepositoryList>> listRepositories(Api api, QString owner, std::stop_token stop)
{
    if (!isOwnerName(owner))
        co_return failure({Error::Kind::InvalidInput, Text::tr("Nobody on GitHub can be named “%1”.").arg(owner)});

    const auto organisation = u"/orgs/%1/repos?sort=pushed&per_page=100"_s.arg(owner);
    auto list = readList(co_await api.pages(organisation, owner, mostPages, stop));
    if (list || list.error().kind != Error::Kind::NotFound)
        co_return list;
    const auto person = u"/users/%1/repos?sort=pushed&per_page=100"_s.arg(owner);
    co_return readList(co_await api.pages(person, owner, mostPages, stop));
}

QCoro::Task<Result<QList<Branch>>> listBranches(Api api, RepositoryId repository, std::stop_token stop)
{
    const auto path = u"/repos/%1/branches?per_page=100"_s.arg(repository.text());
    const auto pages = co_await api.pages(path, repository.text(), mostPages, stop);
    co_return pages.and_then([](const Pages &found) { return decodePages(found, readBranch); });
}

QCoro::Task<Result<QStringList>> listLabels(Api api, RepositoryId repository, std::stop_token stop)
{
    const auto path = u"/repos/%1/labels?per_page=100"_s.arg(repository.text());
    const auto pages = co_await api.pages(path, repository.text(), mostPages, stop);
    co_return pages.and_then([](const Pages &found) { return decodePages(found, readLabel); });
}

QCoro::Task<Result<bool>> wantsSignatures(Api api, RepositoryId repository, BranchName branch, std::stop_token stop)
{
    const QJsonObject variables{
        {u"owner"_s, repository.owner()}, {u"name"_s, repository.name()}, {u"ref"_s, branch.ref()}};
    const Query query{.text = signatureQuery, .variables = variables, .what = repository.text()};
    const auto answer = co_await api.ask(query, stop);
    if (!answer)
        co_return failure(answer.error());
    if (answer->isUnknownThere())
        co_return false;
    if (!answer->hasData)
        co_return failure(api.refused(*answer, query.what));
    co_return decodeData(*answer, readWantsSignatures);
}

} // namespace slipway::github
