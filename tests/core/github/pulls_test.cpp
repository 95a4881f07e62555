// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/pulls.h"
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

/// #220, as REST 2026-03-10 has it: without merge_commit_sha.
QByteArray pull(const QByteArray &branchName = "slipway/image/api",
                const QByteArray &from = R"({"full_name":"acme/web"})")
{
    return withIds(
        R"({"number":220,"node_id":"PR_1","title":"Update api to 1.5.0","body":null,"state":"open","draft":false,
        "user":{"login":"slipway-bot"},"head":{"ref":")" +
        branchName + R"(","sha":"@a","repo":)" + from +
        R"(},"base":{"ref":"main","sha":"@b","repo":{"full_name":"acme/web"}},
        "labels":[{"name":"docker"}],"created_at":"2026-11-24T13:17:40Z","updated_at":"2026-11-24T13:24:00Z",
        "closed_at":null,"merged_at":null,"html_url":"https://github.com/acme/web/pull/220"})");
}

} // namespace

class PullsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThoseOfThisVeryBranchAreFound()
    {
        Visitor visitor;
        const QByteArray all = '[' + pull() + ',' + pull("slipway/image/api2") + ',' +
                               pull("slipway/image/api", R"({"full_name":"mallory/web"})") + ',' +
                               pull("slipway/image/api", "null") + ']';
        visitor.host.answer("GET /repos/acme/web/pulls?state=open&head=acme%3Aslipway/image/api&per_page=100",
                            {.body = all});

        const auto found = visitor.ended(findOpenPulls(visitor.api, web(), branch(u"slipway/image/api"), {}));

        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        const auto &one = found->first();
        QCOMPARE(one.number, PullNumber{220});
        QCOMPARE(one.author, u"slipway-bot"_s);
        QCOMPARE(one.head, id('a'));
        QCOMPARE(one.base, branch(u"main"));
        QCOMPARE(one.labels, QStringList{u"docker"_s});
        QCOMPARE(one.url, QUrl{u"https://github.com/acme/web/pull/220"_s});
        QCOMPARE(one.body, QString{});
    }

    void oneIsReadWithItsState()
    {
        Visitor visitor;
        auto merged = pull();
        merged.replace(R"("state":"open")", R"("state":"closed")");
        auto closed = merged;
        merged.replace(R"("merged_at":null)", R"("merged_at":"2026-11-24T14:00:00Z")");
        visitor.host.answer("GET /repos/acme/web/pulls/220", {.body = pull()});
        visitor.host.answer("GET /repos/acme/web/pulls/220", {.body = closed});
        visitor.host.answer("GET /repos/acme/web/pulls/220", {.body = merged});

        for (const auto state : {PullRequest::State::Open, PullRequest::State::Closed, PullRequest::State::Merged}) {
            const auto read = visitor.ended(readPull(visitor.api, web(), {220}, {}));
            QVERIFY(read);
            QCOMPARE(read->state, state);
        }
    }

    void oneIsOpenedOnce()
    {
        Visitor visitor;
        visitor.host.answer("POST /repos/acme/web/pulls", {.status = 201, .body = pull()});
        visitor.host.answer(
            "POST /repos/acme/web/pulls",
            {.status = 422, .body = R"({"message":"Validation Failed","errors":[{"resource":"PullRequest",
                             "code":"custom","message":"A pull request already exists for acme:slipway/image/api."}]})"});
        const PullDraft draft{.title = u"Update api to 1.5.0"_s,
                              .body = u"Updates 1 image."_s,
                              .branch = branch(u"slipway/image/api"),
                              .base = branch(u"main")};

        const auto first = visitor.ended(createPull(visitor.api, web(), draft, {}));
        const auto second = visitor.ended(createPull(visitor.api, web(), draft, {}));

        QVERIFY(first && !second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QCOMPARE(visitor.sent(0), (QJsonObject{{u"title"_s, u"Update api to 1.5.0"_s},
                                               {u"body"_s, u"Updates 1 image."_s},
                                               {u"head"_s, u"slipway/image/api"_s},
                                               {u"base"_s, u"main"_s}}));
    }

    void branchesWithoutCommitsBetweenThemOpenNone()
    {
        Visitor visitor;
        visitor.host.answer("POST /repos/acme/web/pulls", {.status = 422, .body = R"({"message":"Validation Failed",
                             "errors":[{"message":"No commits between main and slipway/policy"}]})"});

        const auto opened = visitor.ended(
            createPull(visitor.api, web(), {u"x"_s, u"y"_s, branch(u"slipway/policy"), branch(u"main")}, {}));

        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Error::Kind::InvalidInput);
        QVERIFY(opened.error().message.contains(u"No commits between main and slipway/policy"_s));
    }

    void oneIsEditedClosedAndLabelled()
    {
        Visitor visitor;
        visitor.host.answer("PATCH /repos/acme/web/pulls/220", {.body = pull()});
        visitor.host.answer("POST /repos/acme/web/issues/220/labels", {.body = "[]"});

        QVERIFY(visitor.ended(editPull(visitor.api, web(), {220}, u"New"_s, u"Text"_s, {})));
        QVERIFY(visitor.ended(closePull(visitor.api, web(), {220}, {})));
        QVERIFY(visitor.ended(addLabels(visitor.api, web(), {220}, {u"docker"_s, u"major"_s}, {})));

        QCOMPARE(visitor.sent(0), (QJsonObject{{u"title"_s, u"New"_s}, {u"body"_s, u"Text"_s}}));
        QCOMPARE(visitor.sent(1), (QJsonObject{{u"state"_s, u"closed"_s}}));
        QCOMPARE(visitor.sent(2)[u"labels"].toArray(), (QJsonArray{u"docker"_s, u"major"_s}));
    }

    void whatIsWrongInAnAnswerIsNamed()
    {
        Visitor visitor;
        auto wrong = pull();
        wrong.replace(QByteArray(40, 'a'), "HEAD");
        visitor.host.answer("GET /repos/acme/web/pulls/220", {.body = wrong});

        const auto read = visitor.ended(readPull(visitor.api, web(), {220}, {}));

        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
        QVERIFY2(read.error().details.startsWith(u"head.sha is wrong"_s), qUtf8Printable(read.error().details));
    }
};

const slipway::test::Registered<PullsTest> registered;

#include "pulls_test.moc"
