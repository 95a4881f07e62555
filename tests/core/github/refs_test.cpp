// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/refs.h"
#include "tests/core/github/visitor.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto refTarget = "GET /repos/acme/web/git/ref/heads/slipway/image/api";
constexpr auto refsTarget = "PATCH /repos/acme/web/git/refs/heads/slipway/image/api";

const Answer moved{.body = R"({"data":{"updateRefs":{"clientMutationId":null}}})"};
const Answer refused{.body = R"({"data":{"updateRefs":null},"errors":[{"type":"UNPROCESSABLE","message":"No."}]})"};
const Answer unknown{.body = R"({"errors":[{"message":"Field updateRefs does not exist on type Mutation",
                                 "extensions":{"code":"undefinedField","fieldName":"updateRefs"}}]})"};

Answer standsAt(const QByteArray &which)
{
    return {.body = withIds(R"({"ref":"refs/heads/slipway/image/api","object":{"type":"commit","sha":")" + which +
                            R"("}})")};
}

Repository repository()
{
    return {.id = web(), .nodeId = u"R_1"_s, .defaultBranch = branch(u"main")};
}

BranchMove fromAToB()
{
    return {.branch = branch(u"slipway/image/api"), .from = id('a'), .to = id('b')};
}

} // namespace

class RefsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchStandsSomewhereOrIsNotThere()
    {
        Visitor visitor;
        visitor.host.answer(refTarget, standsAt("@a"));
        visitor.host.answer(refTarget, {.status = 404});
        visitor.host.answer(
            "GET /repos/acme/web",
            {.body =
                 R"({"full_name":"acme/web","node_id":"R_1","default_branch":"main","private":false,"archived":false})"});
        visitor.host.answer("GET /repos/acme/web", {.status = 404});

        const auto there = visitor.ended(findBranch(visitor.api, web(), branch(u"slipway/image/api"), {}));
        const auto gone = visitor.ended(findBranch(visitor.api, web(), branch(u"slipway/image/api"), {}));
        const auto noAccess = visitor.ended(findBranch(visitor.api, web(), branch(u"slipway/image/api"), {}));

        QVERIFY(there);
        QCOMPARE(*there, std::optional{id('a')});
        QVERIFY(gone && !*gone);
        QVERIFY(!noAccess);
        QCOMPARE(noAccess.error().kind, Error::Kind::NotFound);
    }

    void aNewBranchIsThereOnce()
    {
        Visitor visitor;
        visitor.host.answer("POST /repos/acme/web/git/refs", {.status = 201, .body = "{}"});
        visitor.host.answer("POST /repos/acme/web/git/refs",
                            {.status = 422, .body = R"({"message":"Reference already exists"})"});

        const auto first = visitor.ended(createBranch(visitor.api, web(), branch(u"slipway/image/api"), id('b'), {}));
        const auto second = visitor.ended(createBranch(visitor.api, web(), branch(u"slipway/image/api"), id('b'), {}));

        QVERIFY(first && !second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QCOMPARE(visitor.sent(0),
                 (QJsonObject{{u"ref"_s, u"refs/heads/slipway/image/api"_s}, {u"sha"_s, id('b').text()}}));
    }

    void aBranchIsMovedInOneStepFromWhereItStood()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", moved);

        const auto guard = visitor.ended(moveBranch(visitor.api, repository(), fromAToB(), {}));

        QCOMPARE(guard, Guard::Atomic);
        const auto input = visitor.sent(0)[u"variables"][u"input"].toObject();
        QCOMPARE(input[u"repositoryId"].toString(), u"R_1"_s);
        QCOMPARE(input[u"refUpdates"].toArray(), (QJsonArray{QJsonObject{{u"name"_s, u"refs/heads/slipway/image/api"_s},
                                                                         {u"beforeOid"_s, id('a').text()},
                                                                         {u"afterOid"_s, id('b').text()},
                                                                         {u"force"_s, true}}}));
    }

    void somebodysPushIsNeverLost()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", refused);
        visitor.host.answer(refTarget, standsAt("@c"));

        const auto guard = visitor.ended(moveBranch(visitor.api, repository(), fromAToB(), {}));

        QVERIFY(!guard);
        QCOMPARE(guard.error().kind, Error::Kind::Conflict);
        QVERIFY(guard.error().message.contains(u"slipway/image/api"_s));
    }

    void aMoveMayBeRepeated()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", refused);
        visitor.host.answer(refTarget, standsAt("@b"));

        QCOMPARE(visitor.ended(moveBranch(visitor.api, repository(), fromAToB(), {})), Guard::Atomic);
    }

    void aRuleThatForbidsItIsTold()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", refused);
        visitor.host.answer(refTarget, standsAt("@a"));

        const auto guard = visitor.ended(moveBranch(visitor.api, repository(), fromAToB(), {}));

        QVERIFY(!guard);
        QCOMPARE(guard.error().kind, Error::Kind::InvalidInput);
        QVERIFY(guard.error().message.contains(u"No."_s));
    }

    void aHostWithoutComparisonIsReadJustBefore()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", unknown);
        visitor.host.answer(refTarget, standsAt("@a"));
        visitor.host.answer(refsTarget, {.body = "{}"});

        const auto guard = visitor.ended(moveBranch(visitor.api, repository(), fromAToB(), {}));

        QCOMPARE(guard, Guard::ReadBefore);
        QCOMPARE(visitor.sent(2), (QJsonObject{{u"sha"_s, id('b').text()}, {u"force"_s, true}}));
    }

    void aHostWithoutComparisonOverwritesNobodyEither()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", unknown);
        visitor.host.answer(refTarget, standsAt("@c"));
        visitor.host.answer(refTarget, standsAt("@b"));

        const auto elsewhere = visitor.ended(moveBranch(visitor.api, repository(), fromAToB(), {}));
        const auto again = visitor.ended(moveBranch(visitor.api, repository(), fromAToB(), {}));

        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().kind, Error::Kind::Conflict);
        QCOMPARE(again, Guard::ReadBefore);
        QCOMPARE(visitor.host.count(refsTarget), 0);
    }

    void aBranchThatIsGoneIsDeleted()
    {
        Visitor visitor;
        const QByteArray what = "DELETE /repos/acme/web/git/refs/heads/slipway/image/api";
        visitor.host.answer(what, {.status = 204});
        visitor.host.answer(what, {.status = 422, .body = R"({"message":"Reference does not exist"})"});
        visitor.host.answer(what, {.status = 403});

        QVERIFY(visitor.ended(deleteBranch(visitor.api, web(), branch(u"slipway/image/api"), {})));
        QVERIFY(visitor.ended(deleteBranch(visitor.api, web(), branch(u"slipway/image/api"), {})));
        QVERIFY(!visitor.ended(deleteBranch(visitor.api, web(), branch(u"slipway/image/api"), {})));
    }

    void aSignedCommitIsMadeWhereTheBranchStood()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql",
                            {.body = withIds(R"({"data":{"createCommitOnBranch":{"commit":{"oid":"@b"}}}})")});

        const auto made =
            visitor.ended(commitSigned(visitor.api, web(), branch(u"slipway/image/api"), id('a'),
                                       u"Update api\n\nWhy."_s, {{u".env"_s, FileMode::File, "A=1\r\n"}}, {}));

        QCOMPARE(made, id('b'));
        const auto input = visitor.sent(0)[u"variables"][u"input"].toObject();
        QCOMPARE(input[u"expectedHeadOid"].toString(), id('a').text());
        QCOMPARE(input[u"branch"], (QJsonObject{{u"repositoryNameWithOwner"_s, u"acme/web"_s},
                                                {u"branchName"_s, u"slipway/image/api"_s}}));
        QCOMPARE(input[u"message"], (QJsonObject{{u"headline"_s, u"Update api"_s}, {u"body"_s, u"Why."_s}}));
        QCOMPARE(input[u"fileChanges"][u"additions"].toArray(),
                 (QJsonArray{QJsonObject{{u"path"_s, u".env"_s}, {u"contents"_s, u"QT0xDQo="_s}}}));
    }

    void aSignedCommitOnAMovedBranchIsNone()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql",
                            {.body = R"({"data":{"createCommitOnBranch":null},"errors":[{"type":"STALE_DATA",
                                         "message":"Expected branch to point to a but it did not."}]})"});

        const auto made = visitor.ended(commitSigned(visitor.api, web(), branch(u"main"), id('a'), u"x"_s,
                                                     {{u".env"_s, FileMode::File, "A=1"}}, {}));

        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Conflict);
    }

    void aSignedCommitThatWouldLoseAModeIsNotMade()
    {
        Visitor visitor;

        const auto made = visitor.ended(commitSigned(visitor.api, web(), branch(u"main"), id('a'), u"x"_s,
                                                     {{u"run.sh"_s, FileMode::Executable, "A=1"}}, {}));

        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(visitor.host.received().size(), 0);
    }
};

const slipway::test::Registered<RefsTest> registered;

#include "refs_test.moc"
