// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/repositories.h"
#include "core/github/user.h"
#include "tests/core/github/visitor.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray repository(const QByteArray &name, const QByteArray &more = {})
{
    return R"({"full_name":")" + name + R"(","node_id":"R_1","default_branch":"main","private":true,"archived":false)" +
           more + '}';
}

} // namespace

class RepositoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepositoryIsFoundUnderItsPresentName()
    {
        Visitor visitor;
        visitor.host.answer("GET /repos/acme/web",
                            {.body = repository("Acme/website", R"(,"permissions":{"push":true})")});

        const auto found = visitor.ended(findRepository(visitor.api, web(), {}));

        QVERIFY(found);
        QCOMPARE(found->id.text(), u"Acme/website"_s);
        QCOMPARE(found->nodeId, u"R_1"_s);
        QCOMPARE(found->defaultBranch, branch(u"main"));
        QVERIFY(found->isPrivate && found->mayPush && !found->isArchived);
    }

    void aHostileDefaultBranchIsAnError()
    {
        Visitor visitor;
        auto body = repository("acme/web");
        body.replace("main", "../../user");
        visitor.host.answer("GET /repos/acme/web", {.body = body});

        const auto found = visitor.ended(findRepository(visitor.api, web(), {}));

        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Protocol);
        QVERIFY2(found.error().details.startsWith(u"default_branch is wrong"_s), qUtf8Printable(found.error().details));
    }

    void anOwnerIsAnOrganisationOrAPerson()
    {
        Visitor visitor;
        visitor.host.answer("GET /orgs/mona/repos?sort=pushed&per_page=100", {.status = 404});
        visitor.host.answer("GET /users/mona/repos?sort=pushed&per_page=100",
                            {.body = '[' + repository("mona/a") + ',' + repository("mona/b") + ']'});

        const auto list = visitor.ended(listRepositories(visitor.api, u"mona"_s, {}));
        const auto nobody = visitor.ended(listRepositories(visitor.api, u"mona/x?"_s, {}));

        QVERIFY(list && !nobody);
        QCOMPARE(list->repositories.size(), 2);
        QVERIFY(list->isComplete);
        QVERIFY(!list->repositories.first().mayPush);
        QCOMPARE(nobody.error().kind, Error::Kind::InvalidInput);
    }

    void aListThatSingleSignOnCutsSaysSo()
    {
        Visitor visitor;
        visitor.host.answer(
            "GET /user/repos?affiliation=owner,collaborator,organization_member&sort=pushed&per_page=100",
            {.body = '[' + repository("mona/a") + ']',
             .headers = {{"X-GitHub-SSO", "partial-results; organizations=21955855,20582480"}}});

        const auto list = visitor.ended(listMyRepositories(visitor.api, {}));

        QVERIFY(list);
        QVERIFY(list->wantsSignOn);
    }

    void branchesHaveTheirHeads()
    {
        Visitor visitor;
        visitor.host.answer("GET /repos/acme/web/branches?per_page=100",
                            {.body = withIds(R"([{"name":"main","commit":{"sha":"@a"},"protected":true},
                                                 {"name":"slipway/image/api","commit":{"sha":"@b"},"protected":false}])")});

        const auto list = visitor.ended(listBranches(visitor.api, web(), {}));

        QCOMPARE(list,
                 (QList<Branch>{{branch(u"main"), id('a'), true}, {branch(u"slipway/image/api"), id('b'), false}}));
    }

    void labelsHaveTheirNames()
    {
        Visitor visitor;
        visitor.host.answer("GET /repos/acme/web/labels?per_page=100",
                            {.body = R"([{"name":"docker","color":"0052cc"},{"name":"good first issue"}])"});

        const auto labels = visitor.ended(listLabels(visitor.api, web(), {}));

        QCOMPARE(labels, (QStringList{u"docker"_s, u"good first issue"_s}));
    }

    void signaturesAreWantedByProtectionOrByRule_data()
    {
        QTest::addColumn<QByteArray>("ref");
        QTest::addColumn<bool>("wanted");

        QTest::newRow("neither") << R"({"refUpdateRule":null,"rules":{"nodes":[{"type":"PULL_REQUEST"}]}})"_ba << false;
        QTest::newRow("protection") << R"({"refUpdateRule":{"requiresSignatures":true},"rules":{"nodes":[]}})"_ba
                                    << true;
        QTest::newRow("a rule") << R"({"refUpdateRule":{"requiresSignatures":false},
                                       "rules":{"nodes":[{"type":"REQUIRED_SIGNATURES"}]}})"_ba
                                << true;
        QTest::newRow("rules that may not be read") << R"({"refUpdateRule":null,"rules":null})"_ba << false;
        QTest::newRow("no such branch yet") << "null"_ba << false;
    }

    void signaturesAreWantedByProtectionOrByRule()
    {
        QFETCH(QByteArray, ref);
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.body = R"({"data":{"repository":{"ref":)" + ref + "}}}"});

        const auto wanted = visitor.ended(wantsSignatures(visitor.api, web(), branch(u"main"), {}));

        QVERIFY(wanted);
        QTEST(*wanted, "wanted");
        QCOMPARE(visitor.sent(0)[u"variables"][u"ref"].toString(), u"refs/heads/main"_s);
    }

    void aServerThatKnowsNoRulesWantsNone()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.body = R"({"errors":[{"message":"Field rules does not exist on type Ref",
                                                          "extensions":{"code":"undefinedField"}}]})"});

        QCOMPARE(visitor.ended(wantsSignatures(visitor.api, web(), branch(u"main"), {})), false);
    }

    void aTokenTellsWhoseItIs()
    {
        Visitor visitor;
        visitor.host.answer("GET /user",
                            {.body = R"({"login":"bartesch","id":1204417,"name":"Bea Artesch"})",
                             .headers = {{"X-OAuth-Scopes", "repo, read:packages"},
                                         {"X-GitHub-Enterprise-Version", "3.19.2"},
                                         {"github-authentication-token-expiration", "2027-10-12 09:00:00 UTC"}}});

        const auto account = visitor.ended(whoAmI(visitor.api, {}));

        QVERIFY(account);
        QCOMPARE(account->login, u"bartesch"_s);
        QCOMPARE(account->name, u"Bea Artesch"_s);
        QCOMPARE(account->scopes, (QStringList{u"repo"_s, u"read:packages"_s}));
        QCOMPARE(account->tokenExpires, (QDateTime{QDate{2027, 10, 12}, QTime{9, 0}, QTimeZone::UTC}));
        QCOMPARE(account->enterpriseVersion, u"3.19.2"_s);
    }
};

const slipway::test::Registered<RepositoriesTest> registered;

#include "repositories_test.moc"
