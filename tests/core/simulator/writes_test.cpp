// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulator/api/github.h"
#include "core/simulator/api/writes.h"
#include "tests/core/simulator/smallworld.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway::simulator;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

struct Writing
{
    World world = smallWorld();
    GitHub github{world};

    Answer send(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                const QByteArray &token = "ghp_bea")
    {
        const auto json = body.isEmpty() ? QByteArray{} : QJsonDocument{body}.toJson();
        return answered(github, apiRequest(method, u"/repos/acme/deploy"_s + path, json, token));
    }
    Repository &deploy() { return *repository(world, u"acme"_s, u"deploy"_s); }
    QString main() { return branch(deploy(), u"main"_s); }

    /// A commit upon main that writes these files; not on any branch yet.
    QString commit(const QJsonArray &entries)
    {
        const auto tree = objectIn(send("POST", u"/git/trees"_s, {{u"base_tree"_s, main()}, {u"tree"_s, entries}}));
        return objectIn(send(
            "POST", u"/git/commits"_s,
            {{u"message"_s, u"Change"_s}, {u"tree"_s, tree["sha"_L1]}, {u"parents"_s, QJsonArray{main()}}}))["sha"_L1]
            .toString();
    }
    QString commitOf(const QString &path, const QString &text)
    {
        return commit(
            {QJsonObject{{u"path"_s, path}, {u"mode"_s, u"100644"_s}, {u"type"_s, u"blob"_s}, {u"content"_s, text}}});
    }
};

QString messageOf(const Answer &answer)
{
    const auto json = objectIn(answer);
    return json["errors"_L1][0]["message"_L1].toString(json["message"_L1].toString());
}

} // namespace

class WritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeBecomesBlobTreeCommitAndBranch()
    {
        Writing writing;
        const auto blob = objectIn(
            writing.send("POST", u"/git/blobs"_s, {{u"content"_s, u"aMO8Cg=="_s}, {u"encoding"_s, u"base64"_s}}));
        const auto commit = writing.commit({QJsonObject{{u"path"_s, u"bin/deploy.sh"_s},
                                                        {u"mode"_s, u"100755"_s},
                                                        {u"type"_s, u"blob"_s},
                                                        {u"sha"_s, blob["sha"_L1]}}});

        const auto made = writing.send("POST", u"/git/refs"_s, {{u"ref"_s, u"refs/heads/new"_s}, {u"sha"_s, commit}});

        QCOMPARE(made.status, 201);
        const auto &deploy = writing.deploy();
        QCOMPARE(branch(deploy, u"new"_s), commit);
        QCOMPARE(git::fileAt(deploy.objects, commit, u"bin/deploy.sh"_s), QByteArray::fromBase64("aMO8Cg=="));
        QCOMPARE(git::entryAt(deploy.objects, deploy.objects.commits[commit].tree, u"bin/deploy.sh"_s)->mode, "100755");
        QCOMPARE(deploy.objects.commits[commit].author.name, u"Bea Ångström"_s);
        QVERIFY(git::fileAt(deploy.objects, commit, u"compose.yaml"_s));
    }

    void aFileIsRemovedByATreeThatSaysNull()
    {
        Writing writing;

        const auto commit = writing.commit({QJsonObject{{u"path"_s, u"README.md"_s},
                                                        {u"mode"_s, u"100644"_s},
                                                        {u"type"_s, u"blob"_s},
                                                        {u"sha"_s, QJsonValue::Null}}});

        QVERIFY(!git::fileAt(writing.deploy().objects, commit, u"README.md"_s));
    }

    void aRefIsRefusedAsGitHubDoes_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QString>("sha");
        QTest::addColumn<QString>("message");

        const auto none = u"0123456789012345678901234567890123456789"_s;
        QTest::newRow("there already") << "POST"_ba << u"/git/refs"_s << u"refs/heads/main"_s << u"main"_s
                                       << u"Reference already exists"_s;
        QTest::newRow("no such commit") << "POST"_ba << u"/git/refs"_s << u"refs/heads/new"_s << none
                                        << u"Object does not exist"_s;
        QTest::newRow("not qualified") << "POST"_ba << u"/git/refs"_s << u"new"_s << u"main"_s
                                       << u"Reference name must start with 'refs/' and be valid"_s;
        QTest::newRow("below a branch") << "POST"_ba << u"/git/refs"_s << u"refs/heads/main/x"_s << u"main"_s
                                        << u"Reference update failed"_s;
        QTest::newRow("moved backwards") << "PATCH"_ba << u"/git/refs/heads/slipway/image/api"_s << QString{}
                                         << u"main"_s << u"Update is not a fast forward"_s;
        QTest::newRow("moved, not there")
            << "PATCH"_ba << u"/git/refs/heads/none"_s << QString{} << u"main"_s << u"Reference does not exist"_s;
        QTest::newRow("removed, not there")
            << "DELETE"_ba << u"/git/refs/heads/none"_s << QString{} << QString{} << u"Reference does not exist"_s;
    }
    void aRefIsRefusedAsGitHubDoes()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QString, ref);
        QFETCH(QString, sha);
        Writing writing;
        const auto before = writing.deploy().refs;
        QJsonObject body;
        if (!sha.isEmpty())
            body.insert(u"sha"_s, sha == "main"_L1 ? writing.main() : sha);
        if (!ref.isEmpty())
            body.insert(u"ref"_s, ref);

        const auto answer = writing.send(method, path, body);

        QCOMPARE(answer.status, 422);
        QTEST(messageOf(answer), "message");
        QCOMPARE(writing.deploy().refs, before);
    }

    void namesOfRefsAreThoseThatGitAllows_data()
    {
        QTest::addColumn<bool>("isAllowed");

        for (const auto *good : {"refs/heads/a", "refs/heads/slipway/image/api", "refs/tags/v1.0"})
            QTest::newRow(good) << true;
        for (const auto *bad :
             {"refs/heads/", "refs/heads/a b", "refs/heads/a..b", "refs/heads/a.lock", "refs/heads/.a",
              "refs/heads/a//b", "refs/heads/a@{1}", "refs/heads/a~1", "heads/a", "refs/heads/a\\b"})
            QTest::newRow(bad) << false;
    }
    void namesOfRefsAreThoseThatGitAllows()
    {
        QTEST(isRefName(QString::fromLatin1(QTest::currentDataTag())), "isAllowed");
    }

    void whoeverMayNotWriteIsToldSoByEachKindOfToken()
    {
        Writing writing;
        const QJsonObject body{{u"ref"_s, u"refs/heads/new"_s}, {u"sha"_s, writing.main()}};

        QCOMPARE(writing.send("POST", u"/git/refs"_s, body, "ghp_reader").status, 404);
        QCOMPARE(writing.send("POST", u"/git/refs"_s, body, "").status, 401);
        writing.world.tokens[u"github_pat_bea"_s].repositories.clear();
        QCOMPARE(writing.send("POST", u"/git/refs"_s, body, "github_pat_bea").status, 403);
        QVERIFY(!writing.deploy().refs.contains(u"refs/heads/new"_s));
    }

    void workflowFilesAskForAScopeOfTheirOwn()
    {
        Writing writing;
        const QJsonObject entry{{u"path"_s, u".github/workflows/a.yml"_s},
                                {u"mode"_s, u"100644"_s},
                                {u"type"_s, u"blob"_s},
                                {u"content"_s, u"on: push\n"_s}};
        const QJsonObject body{{u"base_tree"_s, writing.main()}, {u"tree"_s, QJsonArray{entry}}};

        QCOMPARE(writing.send("POST", u"/git/trees"_s, body).status, 404);
        writing.world.tokens[u"ghp_bea"_s].scopes.append(u"workflow"_s);
        QCOMPARE(writing.send("POST", u"/git/trees"_s, body).status, 201);
    }

    void aPullRequestIsOpenedOnceForABranch()
    {
        Writing writing;
        const auto commit = writing.commitOf(u"b"_s, u"b\n"_s);
        (void)writing.send("POST", u"/git/refs"_s, {{u"ref"_s, u"refs/heads/new"_s}, {u"sha"_s, commit}});
        const QJsonObject wanted{
            {u"title"_s, u"Add b"_s}, {u"head"_s, u"new"_s}, {u"base"_s, u"main"_s}, {u"body"_s, u"Why"_s}};

        const auto first = writing.send("POST", u"/pulls"_s, wanted),
                   second = writing.send("POST", u"/pulls"_s, wanted);

        QCOMPARE(first.status, 201);
        QCOMPARE(objectIn(first)["number"_L1].toInt(), 2);
        QVERIFY(objectIn(first)["mergeable"_L1].isNull());
        QCOMPARE(second.status, 422);
        QCOMPARE(messageOf(second), u"A pull request already exists for acme:new."_s);
    }

    void aPullRequestWithoutABranchOrACommitIsRefused()
    {
        Writing writing;
        const auto open = [&](const QString &head, const QString &base) {
            return writing.send("POST", u"/pulls"_s, {{u"title"_s, u"T"_s}, {u"head"_s, head}, {u"base"_s, base}});
        };
        (void)writing.send("POST", u"/git/refs"_s, {{u"ref"_s, u"refs/heads/same"_s}, {u"sha"_s, writing.main()}});

        QCOMPARE(messageOf(open(u"same"_s, u"main"_s)), u"No commits between main and same"_s);
        QCOMPARE(objectIn(open(u"none"_s, u"main"_s))["errors"_L1][0]["field"_L1].toString(), u"head"_s);
        QCOMPARE(objectIn(open(u"same"_s, u"none"_s))["errors"_L1][0]["field"_L1].toString(), u"base"_s);
    }

    void aPullRequestIsChangedLabelledAndClosed()
    {
        Writing writing;

        const auto changed = objectIn(writing.send("PATCH", u"/pulls/1"_s, {{u"title"_s, u"New"_s}}));
        const auto labels = arrayIn(
            writing.send("POST", u"/issues/1/labels"_s, {{u"labels"_s, QJsonArray{u"Docker"_s, u"Dependencies"_s}}}));
        const auto closed = objectIn(writing.send("PATCH", u"/pulls/1"_s, {{u"state"_s, u"closed"_s}}));

        QCOMPARE(changed["title"_L1].toString(), u"New"_s);
        QCOMPARE(changed["body"_L1].toString(), u"Body <b>& more"_s);
        QCOMPARE(labels.size(), 2); // the one that was there keeps its capitals, the other is made
        QCOMPARE(labels[1]["name"_L1].toString(), u"Docker"_s);
        QCOMPARE(closed["state"_L1].toString(), u"closed"_s);
        QCOMPARE(objectIn(writing.send("PATCH", u"/pulls/1"_s, {{u"state"_s, u"open"_s}}))["state"_L1].toString(),
                 u"open"_s);
    }

    void aBranchThatGoesClosesItsPullRequest()
    {
        Writing writing;

        QCOMPARE(writing.send("DELETE", u"/git/refs/heads/slipway/image/api"_s).status, 204);

        QVERIFY(!writing.deploy().pulls[1].isOpen());
        QCOMPARE(writing.send("PATCH", u"/pulls/1"_s, {{u"state"_s, u"open"_s}}).status, 422);
    }
};

const slipway::test::Registered<WritesTest> registered;

#include "writes_test.moc"
