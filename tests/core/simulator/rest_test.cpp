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

struct Asked
{
    World world = smallWorld();
    GitHub github{world};

    Answer get(const QString &path, const QByteArray &token = "ghp_bea")
    {
        return answered(github, apiRequest("GET", path, {}, token));
    }
    Repository &deploy() { return *repository(world, u"acme"_s, u"deploy"_s); }
    QString main() { return branch(deploy(), u"main"_s); }
};

QByteArray header(const Answer &answer, const char *name)
{
    return answer.headers.value(name).toByteArray();
}

} // namespace

class RestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoAsksIsToldAndWhatTheTokenMay()
    {
        Asked asked;

        const auto answer = asked.get(u"/user"_s);

        QCOMPARE(objectIn(answer)["login"_L1].toString(), u"bea"_s);
        QCOMPARE(header(answer, "X-OAuth-Scopes"), "repo, read:packages");
        QVERIFY(!asked.get(u"/user"_s, "github_pat_bea").headers.contains("X-OAuth-Scopes"));
    }

    void whatIsRefusedIsRefusedAsGitHubDoes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");

        const auto bea = "ghp_bea"_ba;
        QTest::newRow("nobody") << u"/user"_s << ""_ba << 401 << u"Requires authentication"_s;
        QTest::newRow("unknown token") << u"/user"_s << "ghp_other"_ba << 401 << u"Bad credentials"_s;
        QTest::newRow("ended token") << u"/user"_s << "ghp_old"_ba << 401 << u"Bad credentials"_s;
        QTest::newRow("no such thing") << u"/repos/acme/none"_s << bea << 404 << u"Not Found"_s;
        QTest::newRow("no such path") << u"/nothing/here"_s << bea << 404 << u"Not Found"_s;
        QTest::newRow("a slash too much") << u"/repos/acme/deploy/"_s << bea << 404 << u"Not Found"_s;
        QTest::newRow("private, nobody") << u"/repos/acme/secret"_s << ""_ba << 404 << u"Not Found"_s;
        QTest::newRow("private, no scope") << u"/repos/acme/secret"_s << "ghp_reader"_ba << 404 << u"Not Found"_s;
        QTest::newRow("private, not granted")
            << u"/repos/acme/secret"_s << "github_pat_bea"_ba << 404 << u"Not Found"_s;
        QTest::newRow("packages, fine-grained")
            << u"/orgs/acme/packages?package_type=container"_s << "github_pat_bea"_ba << 403
            << u"Resource not accessible by personal access token"_s;
        QTest::newRow("packages, no scope") << u"/orgs/acme/packages?package_type=container"_s << "ghp_reader"_ba << 403
                                            << u"You need at least read:packages scope to list packages."_s;
        QTest::newRow("packages, which kind") << u"/orgs/acme/packages"_s << bea << 400 << u"Invalid argument."_s;
        QTest::newRow("packages, too deep") << u"/orgs/acme/packages?package_type=container&per_page=100&page=101"_s
                                            << bea << 400 << u"Invalid argument."_s;
    }
    void whatIsRefusedIsRefusedAsGitHubDoes()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, token);
        Asked asked;

        // Wrong on purpose, so not recorded.
        const auto answer = asked.github.answer(apiRequest("GET", path, {}, token));

        QTEST(answer.status, "status");
        QTEST(objectIn(answer)["message"_L1].toString(), "message");
        QVERIFY(objectIn(answer)["documentation_url"_L1].toString().startsWith(u"https://docs.github.com/rest"));
        QVERIFY(!header(answer, "X-GitHub-Request-Id").isEmpty());
    }

    void aRequestWithoutAUserAgentIsForbidden()
    {
        Asked asked;
        auto request = apiRequest("GET", u"/user"_s);
        request.headers.removeAll("User-Agent");

        QCOMPARE(asked.github.answer(request).status, 403);
    }

    void twoVersionsAreKnownAndOneOfThemOnEnterpriseServers()
    {
        Asked asked;
        const auto statusOf = [&](const QString &path, const QByteArray &version) {
            auto request = apiRequest("GET", path);
            request.headers.replaceOrAppend("X-GitHub-Api-Version", version);
            return asked.github.answer(request).status;
        };

        QCOMPARE(statusOf(u"/user"_s, "2026-03-10"), 200);
        QCOMPARE(statusOf(u"/user"_s, "2022-11-28"), 200);
        QCOMPARE(statusOf(u"/user"_s, "2021-01-01"), 400);
        QCOMPARE(statusOf(u"/api/v3/user"_s, "2022-11-28"), 200);
        QCOMPARE(statusOf(u"/api/v3/user"_s, "2026-03-10"), 400);
    }

    void theOlderVersionHasWhatTheNewerHasNot()
    {
        Asked asked;
        auto request = apiRequest("GET", u"/repos/acme/deploy/pulls/1"_s);
        QVERIFY(!objectIn(answered(asked.github, request)).contains("merge_commit_sha"_L1));

        request.headers.replaceOrAppend("X-GitHub-Api-Version", "2022-11-28");

        QVERIFY(objectIn(answered(asked.github, request)).contains("merge_commit_sha"_L1));
    }

    void whatHasNotChangedCostsNothing()
    {
        Asked asked;
        const auto first = asked.get(u"/repos/acme/deploy"_s);
        QCOMPARE(header(first, "X-RateLimit-Used"), "1");
        auto again = apiRequest("GET", u"/repos/acme/deploy"_s);
        again.headers.append("If-None-Match", header(first, "ETag"));

        const auto second = answered(asked.github, again);

        QCOMPARE(second.status, 304);
        QVERIFY(second.body.isEmpty());
        QCOMPARE(header(second, "X-RateLimit-Used"), "1");
    }

    void aTagIsForOneToken()
    {
        Asked asked;
        const auto first = asked.get(u"/repos/acme/deploy"_s);
        auto again = apiRequest("GET", u"/repos/acme/deploy"_s, {}, "ghp_reader");
        again.headers.append("If-None-Match", header(first, "ETag"));

        QCOMPARE(answered(asked.github, again).status, 200);
    }

    void whoeverHasUsedTheHourIsToldWhenItEnds()
    {
        Asked asked;
        asked.world.rateLimit = 2;
        (void)asked.get(u"/user"_s);
        (void)asked.get(u"/user"_s);

        const auto third = asked.get(u"/user"_s);

        QCOMPARE(third.status, 403);
        QCOMPARE(header(third, "X-RateLimit-Remaining"), "0");
        QCOMPARE(asked.get(u"/rate_limit"_s).status, 200);
        asked.world.now = QDateTime::fromSecsSinceEpoch(header(third, "X-RateLimit-Reset").toLongLong());
        QCOMPARE(asked.get(u"/user"_s).status, 200);
    }

    void everyQuestionIsAnsweredByEveryHost_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("version");

        const QStringList all{u"/"_s,
                              u"/meta"_s,
                              u"/user"_s,
                              u"/user/orgs"_s,
                              u"/user/repos?sort=pushed"_s,
                              u"/users/bea"_s,
                              u"/orgs/acme"_s,
                              u"/orgs/acme/repos"_s,
                              u"/orgs/acme/packages?package_type=container"_s,
                              u"/orgs/acme/packages/container/api"_s,
                              u"/orgs/acme/packages/container/api/versions"_s};
        const QStringList ofDeploy{u""_s,
                                   u"/branches"_s,
                                   u"/branches/main"_s,
                                   u"/branches/slipway/image/api"_s,
                                   u"/commits"_s,
                                   u"/commits/main"_s,
                                   u"/commits/main/check-runs"_s,
                                   u"/commits/main/status"_s,
                                   u"/commits/slipway%2Fimage%2Fapi/check-runs"_s,
                                   u"/rules/branches/main"_s,
                                   u"/compare/main...main"_s,

                                   u"/contents/bin"_s,
                                   u"/readme"_s,
                                   u"/contents/compose.yaml"_s,
                                   u"/git/ref/heads/main"_s,
                                   u"/git/trees/main?recursive=1"_s,
                                   u"/git/matching-refs/heads/slipway/"_s,
                                   u"/pulls?state=all"_s,
                                   u"/pulls/1"_s,
                                   u"/pulls/1/files"_s,
                                   u"/pulls/1/commits"_s,
                                   u"/pulls/1/reviews"_s,
                                   u"/labels"_s,
                                   u"/issues/1/labels"_s,
                                   u"/deployments"_s,
                                   u"/releases"_s,
                                   u"/releases/latest"_s,
                                   u"/releases/tags/1.0.0"_s};
        const auto add = [](const QString &path) {
            for (const auto &version : {"2022-11-28"_ba, "2026-03-10"_ba})
                QTest::addRow("%s %s", version.constData(), qPrintable(path)) << path << version;
            QTest::addRow("enterprise %s", qPrintable(path)) << u"/api/v3"_s + path << "2022-11-28"_ba;
        };
        for (const auto &path : all)
            add(path);
        for (const auto &path : ofDeploy)
            add(u"/repos/acme/deploy"_s + path);
        QTest::newRow("limits") << u"/rate_limit"_s << "2026-03-10"_ba;
        QTest::newRow("limits as they were") << u"/rate_limit"_s << "2022-11-28"_ba;
        QTest::newRow("versions") << u"/versions"_s << "2026-03-10"_ba;
    }
    void everyQuestionIsAnsweredByEveryHost()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, version);
        Asked asked;
        auto request = apiRequest("GET", path);
        request.headers.replaceOrAppend("X-GitHub-Api-Version", version);

        QCOMPARE(answered(asked.github, request).status, 200); // exchanges.mjs says whether it is the right answer
    }

    void listsComeInPagesThatNameTheirNeighbours()
    {
        Asked asked;
        const auto path = u"/repos/acme/deploy/commits?sha=slipway%2Fimage%2Fapi&per_page=1"_s;

        const auto first = asked.get(path), last = asked.get(path + u"&page=3"_s);

        QCOMPARE(arrayIn(first)[0]["commit"_L1]["message"_L1].toString(), u"Update api to 1.1.0"_s);
        QVERIFY(header(first, "Link")
                    .contains("<https://api.github.com/repos/acme/deploy/commits?sha=slipway%2Fimage%"
                              "2Fapi&per_page=1&page=2>; rel=\"next\""));
        QVERIFY(header(first, "Link").contains("page=3>; rel=\"last\""));
        QVERIFY(!header(last, "Link").contains("rel=\"next\""));
        QCOMPARE(arrayIn(last)[0]["commit"_L1]["message"_L1].toString(), u"Begin"_s);
    }

    void anEnterpriseServerNamesItsOwnAddresses()
    {
        Asked asked;
        auto request = apiRequest("GET", u"/api/v3/repos/acme/deploy/commits?per_page=1"_s);
        request.base = u"https://ghes.example"_s;
        request.headers.removeAll("X-GitHub-Api-Version");

        const auto answer = answered(asked.github, request);

        QVERIFY(header(answer, "Link").startsWith("<https://ghes.example/api/v3/repos/"));
        QCOMPARE(arrayIn(answer)[0]["url"_L1].toString(),
                 u"https://ghes.example/api/v3/repos/acme/deploy/commits/"_s + asked.main());
        QVERIFY(!answer.headers.contains("X-RateLimit-Limit"));
        QVERIFY(!header(answer, "X-GitHub-Enterprise-Version").isEmpty());
    }

    void filesAreReadInThreeWays()
    {
        Asked asked;
        const auto file = objectIn(asked.get(u"/repos/acme/deploy/contents/compose.yaml?ref=main"_s));
        const auto text = QByteArray::fromBase64(file["content"_L1].toString().toLatin1());
        QVERIFY(file["content"_L1].toString().contains(u'\n'));
        auto raw = apiRequest("GET", u"/repos/acme/deploy/contents/compose.yaml"_s);
        raw.headers.replaceOrAppend("Accept", "application/vnd.github.raw+json");
        auto blob = apiRequest("GET", u"/repos/acme/deploy/git/blobs/"_s + file["sha"_L1].toString());
        blob.headers.replaceOrAppend("Accept", "application/vnd.github.raw+json");

        QVERIFY(text.startsWith("services:\n"));
        QCOMPARE(answered(asked.github, raw).body, text);
        QCOMPARE(answered(asked.github, blob).body, text);
    }

    void aTreeHasAllLevelsWhereThatIsAskedInAnyWay()
    {
        Asked asked;
        const auto pathsIn = [&](const QString &query) {
            QStringList paths;
            for (const auto &entry :
                 objectIn(asked.get(u"/repos/acme/deploy/git/trees/main"_s + query))["tree"_L1].toArray())
                paths.append(entry["path"_L1].toString() + u' ' + entry["mode"_L1].toString());
            return paths;
        };

        QCOMPARE(pathsIn({}), (QStringList{u"README.md 100644"_s, u"bin 040000"_s, u"compose.yaml 100644"_s}));
        QVERIFY(pathsIn(u"?recursive=0"_s).contains(u"bin/deploy.sh 100755"_s));
    }

    void twoCommitsAreCompared()
    {
        Asked asked;

        const auto answer = objectIn(asked.get(u"/repos/acme/deploy/compare/main...slipway%2Fimage%2Fapi"_s));

        QCOMPARE(answer["status"_L1].toString(), u"ahead"_s);
        QCOMPARE(answer["ahead_by"_L1].toInt(), 1);
        QCOMPARE(answer["merge_base_commit"_L1]["sha"_L1].toString(), asked.main());
        const auto file = answer["files"_L1][0];
        QCOMPARE(file["status"_L1].toString(), u"modified"_s);
        QCOMPARE(file["changes"_L1].toInt(), 2);
        QVERIFY(file["patch"_L1].toString().startsWith(u"@@ -1,3 +1,3 @@"));
    }

    void aPullRequestIsFoundByItsHeadWithItsOwnerAlone()
    {
        Asked asked;
        const auto count = [&](const QString &query) {
            return arrayIn(asked.get(u"/repos/acme/deploy/pulls"_s + query)).size();
        };

        QCOMPARE(count(u"?head=acme:slipway/image/api"_s), 1);
        QCOMPARE(count(u"?head=acme:other"_s), 0);
        QCOMPARE(count(u"?head=other"_s), 1); // as GitHub does: without an owner it is no filter
        QCOMPARE(count(u"?state=closed"_s), 0);
        QCOMPARE(count(u"?base=release"_s), 0);
    }

    void whetherItCanBeMergedIsWorkedOutWhenSomebodyAsks()
    {
        Asked asked;
        const auto state = [&]() -> QString {
            const auto pull = objectIn(asked.get(u"/repos/acme/deploy/pulls/1"_s));
            return QString{pull["mergeable"_L1].isNull()   ? u"?"_s
                           : pull["mergeable"_L1].toBool() ? u"yes"_s
                                                           : u"no"_s} +
                   u' ' + pull["mergeable_state"_L1].toString();
        };
        QCOMPARE(state(), u"yes blocked"_s);

        commitFiles(asked.world, asked.deploy(), u"main"_s, {{u"b"_s, "b\n"}}, u"bea"_s, u"More"_s);

        QCOMPARE(state(), u"? unknown"_s);
        QCOMPARE(state(), u"yes blocked"_s);
    }

    void theDiffIsWhatGitPrints()
    {
        Asked asked;
        auto request = apiRequest("GET", u"/repos/acme/deploy/pulls/1"_s);
        request.headers.replaceOrAppend("Accept", "application/vnd.github.v3.diff");

        const auto diff = answered(asked.github, request).body;

        QVERIFY(diff.startsWith("diff --git a/compose.yaml b/compose.yaml\nindex "));
        QVERIFY(diff.endsWith("-    image: ghcr.io/acme/api:1.0.0\n+    image: ghcr.io/acme/api:1.1.0\n"));
    }

    void packagesAndTheirVersionsAreListed()
    {
        Asked asked;

        const auto packages = arrayIn(asked.get(u"/orgs/acme/packages?package_type=container"_s));
        const auto versions = arrayIn(asked.get(u"/orgs/acme/packages/container/api/versions"_s));

        QCOMPARE(packages[0]["name"_L1].toString(), u"api"_s);
        QCOMPARE(packages[0]["repository"_L1]["full_name"_L1].toString(), u"acme/deploy"_s);
        QCOMPARE(packages[0]["version_count"_L1].toInt(), versions.size());
        QStringList tags;
        for (const auto &version : versions)
            for (const auto &tag : version["metadata"_L1]["container"_L1]["tags"_L1].toArray())
                tags.append(tag.toString());
        QCOMPARE(tags, (QStringList{u"latest"_s, u"1.1.0"_s, u"1.0.0"_s}));
    }

    void deploymentsAreToldNewestStatusFirst()
    {
        Asked asked;
        const auto deployments = arrayIn(asked.get(u"/repos/acme/deploy/deployments?environment=production"_s));
        const auto statuses = arrayIn(
            asked.get(u"/repos/acme/deploy/deployments/%1/statuses"_s.arg(deployments[0]["id"_L1].toInteger())));

        QCOMPARE(statuses[0]["state"_L1].toString(), u"success"_s);
        QCOMPARE(arrayIn(asked.get(u"/repos/acme/deploy/deployments?environment=staging"_s)).size(), 0);
    }
};

const slipway::test::Registered<RestTest> registered;

#include "rest_test.moc"
