// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/json.h"
#include "core/simulator/api/pullview.h"
#include "core/simulator/objects/conversation.h"
#include "core/simulator/publish.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::simulator::objects
{
namespace
{

using graphql::fixed;
using Fields = QHash<QString, graphql::Resolver>;

QString stateOf(const PullRequest &pull)
{
    if (pull.isMerged())
        return u"MERGED"_s;
    return pull.isOpen() ? u"OPEN"_s : u"CLOSED"_s;
}

QJsonValue decisionOf(const Repository &repository, const PullRequest &pull)
{
    switch (reviewDecision(repository, pull)) {
    case ReviewDecision::None: return {};
    case ReviewDecision::Approved: return u"APPROVED"_s;
    case ReviewDecision::ChangesRequested: return u"CHANGES_REQUESTED"_s;
    case ReviewDecision::ReviewRequired: return u"REVIEW_REQUIRED"_s;
    }
    return {};
}

Object fileObject(const FilePatch &patch)
{
    return {.type = u"PullRequestChangedFile"_s,
            .fields = {{u"path"_s, fixed(patch.change.path)},
                       {u"additions"_s, fixed(patch.additions)},
                       {u"deletions"_s, fixed(patch.deletions)},
                       {u"changeType"_s, fixed(patch.status().toUpper())}}};
}

Object pullCommitObject(const Site &site, Repository &repository, const PullRequest &pull, const ObjectId &id)
{
    return {.type = u"PullRequestCommit"_s,
            .interfaces = {u"Node"_s},
            .fields = {{u"commit"_s, lazily([&site, &repository, id] { return commitObject(site, repository, id); })},
                       {u"url"_s, fixed(QString{pullUrl(site, repository, pull) + u"/commits/" + id})}}};
}

Fields facts(const Site &site, const Repository &repository, const PullRequest &pull)
{
    const auto url = pullUrl(site, repository, pull);
    return {
        {u"id"_s, fixed(textOf(nodeIdOf(repository, pull)))},
        {u"fullDatabaseId"_s, fixed(QString::number(pull.id))},
        {u"number"_s, fixed(pull.number)},
        {u"title"_s, fixed(pull.title)},
        {u"body"_s, fixed(pull.body)},
        {u"url"_s, fixed(url)},
        {u"permalink"_s, fixed(url)},
        {u"state"_s, fixed(stateOf(pull))},
        {u"closed"_s, fixed(!pull.isOpen())},
        {u"merged"_s, fixed(pull.isMerged())},
        {u"isDraft"_s, fixed(pull.draft)},
        {u"isCrossRepository"_s, fixed(false)},
        {u"maintainerCanModify"_s, fixed(false)},
        {u"locked"_s, fixed(false)},
        {u"createdAt"_s, fixed(timeText(pull.createdAt))},
        {u"updatedAt"_s, fixed(timeText(pull.updatedAt))},
        {u"closedAt"_s, fixed(timeOrNull(pull.closedAt))},
        {u"mergedAt"_s, fixed(pull.isMerged() ? timeOrNull(pull.closedAt) : QJsonValue{})},
        {u"headRefName"_s, fixed(pull.head)},
        {u"headRefOid"_s, fixed(pull.headCommit)},
        {u"baseRefName"_s, fixed(pull.base)},
        {u"baseRefOid"_s, fixed(pull.baseCommit)},
        {u"autoMergeRequest"_s, fixed({})},
        {u"milestone"_s, fixed({})},
        {u"isInMergeQueue"_s, fixed(false)},
        {u"isMergeQueueEnabled"_s, fixed(false)},
        {u"reviewDecision"_s, fixed(decisionOf(repository, pull))},
        {u"authorAssociation"_s, fixed(associationOf(site.world, repository, pull.author))},
    };
}

Fields people(const Site &site, const PullRequest &pull)
{
    const auto nobody = [](const QString &type) {
        return [type](const QJsonObject &arguments) {
            return connectionOf(type, QStringList{}, [](const QString &) { return none(); }, arguments);
        };
    };
    return {
        {u"author"_s, lazily([&site, login = pull.author] { return actor(site, login); })},
        {u"mergedBy"_s,
         lazily([&site, login = pull.isMerged() ? pull.closedBy : QString{}] { return actor(site, login); })},
        {u"assignees"_s, nobody(u"UserConnection"_s)},
        {u"projectCards"_s, nobody(u"ProjectCardConnection"_s)},
        {u"projectItems"_s, nobody(u"ProjectV2ItemConnection"_s)},
        {u"closingIssuesReferences"_s, nobody(u"IssueConnection"_s)},
        {u"reactionGroups"_s, lazily([] { return Values{}; })},
        {u"reviewRequests"_s, listed(u"ReviewRequestConnection"_s, pull.requestedReviewers,
                                     [&site](const QString &login) {
                                         return Object{.type = u"ReviewRequest"_s,
                                                       .interfaces = {u"Node"_s},
                                                       .fields = {{u"requestedReviewer"_s, lazily([&site, login] {
                                                                       return actor(site, login);
                                                                   })}}};
                                     })},
    };
}

Fields ends(const Site &site, Repository &repository, const PullRequest &pull)
{
    const auto refOr = [&](const QString &branch) {
        return lazily([&site, &repository, ref = QString{u"refs/heads/" + branch}] {
            return repository.refs.contains(ref) ? Value{refObject(site, repository, ref)} : none();
        });
    };
    const auto home = lazily([&site, &repository] { return repositoryObject(site, repository); });
    return {
        {u"headRef"_s, refOr(pull.head)},
        {u"baseRef"_s, refOr(pull.base)},
        {u"headRepository"_s, home},
        {u"baseRepository"_s, home},
        {u"repository"_s, home},
        {u"headRepositoryOwner"_s, lazily([&site, &repository] { return actor(site, repository.owner); })},
        {u"mergeCommit"_s, lazily([&site, &repository, id = pull.mergeCommit] {
             return id.isEmpty() ? none() : Value{commitObject(site, repository, id)};
         })},
        {u"potentialMergeCommit"_s, fixed({})},
        {u"statusCheckRollup"_s,
         lazily([&site, &repository, id = pull.headCommit] { return checkRollup(site, repository, id); })},
    };
}

Fields merging(const Site &site, const Repository &repository, const PullRequest &pull)
{
    const auto asked = [&site, &repository, &pull] { return askMergeability(site.memory, repository, pull); };
    return {
        {u"mergeable"_s, lazily([asked, &pull]() -> Value {
             const auto merge = pull.isOpen() ? asked() : std::nullopt;
             return !merge ? u"UNKNOWN"_s : merge->mergeable ? u"MERGEABLE"_s : u"CONFLICTING"_s;
         })},
        {u"mergeStateStatus"_s, lazily([asked, &pull]() -> Value {
             const auto merge = pull.isOpen() ? asked() : std::nullopt;
             return merge ? stateText(merge->state) : u"UNKNOWN"_s;
         })},
    };
}

Fields content(const Site &site, Repository &repository, const PullRequest &pull)
{
    const auto lines = [&repository, &pull] { return lineCount(contentOf(repository, pull).files); };
    return {
        {u"additions"_s, lazily([lines] { return QJsonValue{lines().additions}; })},
        {u"deletions"_s, lazily([lines] { return QJsonValue{lines().deletions}; })},
        {u"changedFiles"_s, lazily([&repository, &pull] {
             return QJsonValue{static_cast<qint64>(contentOf(repository, pull).files.size())};
         })},
        {u"files"_s,
         [&repository, &pull](const QJsonObject &arguments) {
             return connectionOf(u"PullRequestChangedFileConnection"_s, contentOf(repository, pull).files, fileObject,
                                 arguments);
         }},
        {u"commits"_s,
         [&](const QJsonObject &arguments) {
             return connectionOf(
                 u"PullRequestCommitConnection"_s, contentOf(repository, pull).commits,
                 [&](const ObjectId &id) { return pullCommitObject(site, repository, pull, id); }, arguments);
         }},
    };
}

} // namespace

Object pullObject(const Site &site, Repository &repository, const PullRequest &pull)
{
    Object object{.type = u"PullRequest"_s,
                  .interfaces = {u"Node"_s, u"Comment"_s, u"Assignable"_s, u"Closable"_s, u"Labelable"_s,
                                 u"UniformResourceLocatable"_s, u"IssueOrPullRequest"_s, u"SearchResultItem"_s},
                  .fields = facts(site, repository, pull)};
    for (const auto &fields : {people(site, pull), ends(site, repository, pull), merging(site, repository, pull),
                               content(site, repository, pull), conversation(site, repository, pull)})
        object.fields.insert(fields);
    return object;
}

} // namespace slipway::simulator::objects
