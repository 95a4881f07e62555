// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/github.h"
#include "tests/core/simulator/smallworld.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::simulator;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

struct Queried
{
    World world = smallWorld();
    GitHub github{world};

    QJsonObject ask(const QString &query, const QJsonObject &variables = {}, const QByteArray &token = "ghp_bea")
    {
        const QJsonObject body{{u"query"_s, query}, {u"variables"_s, variables}};
        return objectIn(answered(github, apiRequest("POST", u"/graphql"_s, QJsonDocument{body}.toJson(), token)));
    }
    /// What is asked of acme/deploy.
    QJsonValue deployData(const QString &selections, const QByteArray &token = "ghp_bea")
    {
        return ask(u"{ repository(owner: \"acme\", name: \"deploy\") { "_s + selections + u" } }", {}, token)
            .value("data"_L1)["repository"_L1];
    }
    Repository &deploy() { return *repository(world, u"acme"_s, u"deploy"_s); }
    QString head() { return branch(deploy(), u"slipway/image/api"_s); }
};

QJsonValue firstError(const QJsonObject &answer)
{
    return answer.value("errors"_L1)[0];
}

} // namespace

class GraphqlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsReadAtACommit()
    {
        Queried queried;

        const auto data = queried.deployData(
            u"object(expression: \"main:compose.yaml\") { ... on Blob { text byteSize isBinary oid } }"
            " none: object(expression: \"main:none\") { oid } tree: object(expression: \"main:\") { ... on Tree { "
            "entries "
            "{ name mode type } } }"_s);

        QVERIFY(data["object"_L1]["text"_L1].toString().contains(u"acme/api:1.0.0"));
        QVERIFY(data["none"_L1].isNull());
        QCOMPARE(data["tree"_L1]["entries"_L1].toArray().size(), 3);
    }

    void aPullRequestTellsWhatItsPageTells()
    {
        Queried queried;

        const auto pull =
            queried.deployData(u"pullRequest(number: 1) { title state headRefName mergeable mergeStateStatus "
                               "reviewDecision changedFiles files(first: 5) { nodes { path changeType } } "
                               "labels(first: 5) { nodes { name } } author { login ... on User { name } } "
                               "commits(last: 1) { totalCount nodes { commit { oid } } } }"_s)["pullRequest"_L1];

        QCOMPARE(pull["state"_L1].toString(), u"OPEN"_s);
        QCOMPARE(pull["mergeable"_L1].toString(), u"MERGEABLE"_s);
        QCOMPARE(pull["mergeStateStatus"_L1].toString(), u"BLOCKED"_s);
        QCOMPARE(pull["reviewDecision"_L1].toString(), u"REVIEW_REQUIRED"_s);
        QCOMPARE(pull["files"_L1]["nodes"_L1][0]["changeType"_L1].toString(), u"MODIFIED"_s);
        QCOMPARE(pull["author"_L1]["name"_L1].toString(), u"Bea Ångström"_s);
        QCOMPARE(pull["commits"_L1]["nodes"_L1][0]["commit"_L1]["oid"_L1].toString(), queried.head());
    }

    void branchesLeadToTheirPullRequests()
    {
        Queried queried;

        const auto refs = queried.deployData(
            u"refs(refPrefix: \"refs/heads/slipway/\", first: 50) { nodes { name prefix "
            "associatedPullRequests(states: [OPEN], first: 5) { nodes { number } } } }"_s)["refs"_L1];

        QCOMPARE(refs["nodes"_L1].toArray().size(), 1);
        QCOMPARE(refs["nodes"_L1][0]["associatedPullRequests"_L1]["nodes"_L1][0]["number"_L1].toInt(), 1);
    }

    void checksAreRolledUpAndUnreadableForFineGrainedTokens()
    {
        Queried queried;
        const auto query = u"pullRequest(number: 1) { statusCheckRollup { state contexts(first: 10) { nodes { ... on "
                           "CheckRun { name status isRequired(pullRequestNumber: 1) } } } } }"_s;

        const auto rollup = queried.deployData(query)["pullRequest"_L1]["statusCheckRollup"_L1];
        const auto refused = queried.deployData(query, "github_pat_bea")["pullRequest"_L1]["statusCheckRollup"_L1];

        QCOMPARE(rollup["state"_L1].toString(), u"PENDING"_s);
        QVERIFY(rollup["contexts"_L1]["nodes"_L1][0]["isRequired"_L1].toBool());
        QVERIFY(!rollup["contexts"_L1]["nodes"_L1][1]["isRequired"_L1].toBool());
        QCOMPARE(refused["state"_L1].toString(), u"PENDING"_s);
        QCOMPARE(refused["contexts"_L1]["nodes"_L1].toArray(), (QJsonArray{QJsonValue{}, QJsonValue{}}));
    }

    void deploymentsComeWithTheirStatuses()
    {
        Queried queried;

        const auto node = queried.deployData(
            u"deployments(first: 5, environments: [\"production\"], orderBy: {field: "
            "CREATED_AT, direction: DESC}) { nodes { state payload commitOid ref { name } "
            "latestStatus { state } statuses(first: 5) { nodes { state } } } }"_s)["deployments"_L1]["nodes"_L1][0];

        QCOMPARE(node["state"_L1].toString(), u"ACTIVE"_s);
        QCOMPARE(node["payload"_L1].toString(), u"{\"compose\":\"compose.yaml\"}"_s);
        QCOMPARE(node["statuses"_L1]["nodes"_L1][0]["state"_L1].toString(), u"SUCCESS"_s);
        QCOMPARE(node["ref"_L1]["name"_L1].toString(), u"main"_s);
    }

    void whatIsNotSeenIsNotThere()
    {
        Queried queried;
        const auto query = u"{ repository(owner: \"acme\", name: \"secret\") { name } }"_s;

        QCOMPARE(queried.ask(query).value("data"_L1)["repository"_L1]["name"_L1].toString(), u"secret"_s);
        const auto refused = queried.ask(query, {}, "ghp_reader");
        QVERIFY(refused.value("data"_L1)["repository"_L1].isNull());
        QCOMPARE(firstError(refused)["type"_L1].toString(), u"NOT_FOUND"_s);
    }

    void nobodyAsksWithoutAToken()
    {
        Queried queried;

        QCOMPARE(queried.github.answer(apiRequest("POST", u"/graphql"_s, R"({"query":"{viewer{login}}"})", "")).status,
                 401);
    }

    void theLimitIsToldWithStatus200()
    {
        Queried queried;
        queried.world.rateLimit = 1;
        (void)queried.ask(u"{ viewer { login } }"_s);

        const auto answer = queried.ask(u"{ viewer { login } }"_s);

        QCOMPARE(firstError(answer)["type"_L1].toString(), u"RATE_LIMITED"_s);
        QVERIFY(!answer.contains("data"_L1));
    }

    void aCommitIsMadeOnTheHeadThatIsExpected()
    {
        Queried queried;
        const auto before = queried.head();
        const auto mutation = u"mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { "
                              "commit { oid message signature { isValid } } } }"_s;
        const QJsonObject input{
            {u"branch"_s,
             QJsonObject{{u"repositoryNameWithOwner"_s, u"acme/deploy"_s}, {u"branchName"_s, u"slipway/image/api"_s}}},
            {u"expectedHeadOid"_s, before},
            {u"message"_s, QJsonObject{{u"headline"_s, u"Add c"_s}, {u"body"_s, u"Why"_s}}},
            {u"fileChanges"_s, QJsonObject{{u"additions"_s, QJsonArray{QJsonObject{{u"path"_s, u"bin/deploy.sh"_s},
                                                                                   {u"contents"_s, u"Ywo="_s}}}}}}};

        const auto made =
            queried.ask(mutation, {{u"input"_s, input}}).value("data"_L1)["createCommitOnBranch"_L1]["commit"_L1];
        const auto again = queried.ask(mutation, {{u"input"_s, input}});

        QCOMPARE(made["message"_L1].toString(), u"Add c\n\nWhy"_s);
        QVERIFY(made["signature"_L1]["isValid"_L1].toBool());
        QCOMPARE(made["oid"_L1].toString(), queried.head());
        const auto &objects = queried.deploy().objects;
        QCOMPARE(objects.commits[queried.head()].parents, QStringList{before});
        QCOMPARE(git::entryAt(objects, objects.commits[queried.head()].tree, u"bin/deploy.sh"_s)->mode, "100644");
        QCOMPARE(firstError(again)["type"_L1].toString(), u"STALE_DATA"_s);
    }

    void refsMoveTogetherFromWhereTheyAreBelievedToBe()
    {
        Queried queried;
        const auto id = queried.deployData(u"id"_s)["id"_L1].toString();
        const auto main = branch(queried.deploy(), u"main"_s), head = queried.head();
        const auto move = [&](const QJsonArray &updates) {
            return queried.ask(
                u"mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }"_s,
                {{u"input"_s, QJsonObject{{u"repositoryId"_s, id}, {u"refUpdates"_s, updates}}}});
        };
        const auto update = [](const QString &name, const QString &from, const QString &to) {
            return QJsonObject{{u"name"_s, name}, {u"beforeOid"_s, from}, {u"afterOid"_s, to}, {u"force"_s, true}};
        };
        const auto ours = u"refs/heads/slipway/image/api"_s, fresh = u"refs/heads/fresh"_s, nothing = QString{40, u'0'};

        QVERIFY(move({update(fresh, nothing, main), update(ours, main, main)}).contains("errors"_L1));
        QVERIFY(!queried.deploy().refs.contains(fresh)); // all or none
        QVERIFY(!move({update(fresh, nothing, main), update(ours, head, main)}).contains("errors"_L1));
        QCOMPARE(queried.deploy().refs[ours], main);
        QCOMPARE(queried.deploy().refs[fresh], main);
        QVERIFY(!move({update(fresh, main, nothing)}).contains("errors"_L1));
        QVERIFY(!queried.deploy().refs.contains(fresh));
    }

    void aBranchAndItsPullRequestAreMadeAndClosed()
    {
        Queried queried;
        const auto id = queried.deployData(u"id"_s)["id"_L1].toString();
        const auto made = queried.ask(
            u"mutation($ref: CreateRefInput!, $pull: CreatePullRequestInput!) { createRef(input: $ref) { ref { name } "
            u"} "
            "createPullRequest(input: $pull) { pullRequest { id number } } }"_s,
            {{u"ref"_s,
              QJsonObject{{u"repositoryId"_s, id}, {u"name"_s, u"refs/heads/x"_s}, {u"oid"_s, queried.head()}}},
             {u"pull"_s, QJsonObject{{u"repositoryId"_s, id},
                                     {u"title"_s, u"X"_s},
                                     {u"headRefName"_s, u"x"_s},
                                     {u"baseRefName"_s, u"main"_s}}}});
        const auto pull = made.value("data"_L1)["createPullRequest"_L1]["pullRequest"_L1];
        QCOMPARE(pull["number"_L1].toInt(), 2);

        const auto closed =
            queried
                .ask(u"mutation($id: ID!) { closePullRequest(input: {pullRequestId: $id}) { pullRequest { "
                     "closed timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { "
                     "actor { login } } } } } } }"_s,
                     {{u"id"_s, pull["id"_L1]}})
                .value("data"_L1)["closePullRequest"_L1]["pullRequest"_L1];

        QVERIFY(closed["closed"_L1].toBool());
        QCOMPARE(closed["timelineItems"_L1]["nodes"_L1][0]["actor"_L1]["login"_L1].toString(), u"bea"_s);
    }
};

const slipway::test::Registered<GraphqlTest> registered;

#include "graphql_test.moc"
