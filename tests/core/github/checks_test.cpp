// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/checks.h"
#include "core/github/deployments.h"
#include "tests/core/github/visitor.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// A word in quotes, or null for none.
QByteArray quoted(const QByteArray &word)
{
    return word.isEmpty() ? "null"_ba : QByteArray{"\"" + word + "\""};
}

QByteArray run(const QByteArray &name, const QByteArray &status, const QByteArray &conclusion,
               const QByteArray &startedAt = "2026-11-24T13:24:08Z")
{
    return R"({"__typename":"CheckRun","name":$NAME,"status":$STATUS,"conclusion":$CONCLUSION,"isRequired":true,)"
           R"("title":"No critical, 2 medium","startedAt":$STARTED,"completedAt":null,)"
           R"("url":"https://github.com/acme/web/runs/1",)"
           R"("checkSuite":{"workflowRun":{"event":"pull_request","workflow":{"name":"checks"}}}})"_ba
               .replace("$NAME", quoted(name))
               .replace("$STATUS", quoted(status))
               .replace("$CONCLUSION", quoted(conclusion))
               .replace("$STARTED", quoted(startedAt));
}

QByteArray status(const QByteArray &context, const QByteArray &state)
{
    return R"({"__typename":"StatusContext","context":$CONTEXT,"state":$STATE,"description":null,"isRequired":false,
               "targetUrl":"http://ci.example/1","createdAt":"2026-11-24T13:24:08Z"})"_ba
        .replace("$CONTEXT", quoted(context))
        .replace("$STATE", quoted(state));
}

QByteArray answer(const QByteArray &number, const QByteArrayList &contexts)
{
    return withIds(R"({"data":{"repository":{"p$NUMBER":{"number":$NUMBER,"commits":{"nodes":[
        {"commit":{"oid":"@a","statusCheckRollup":{"contexts":{"nodes":[$CONTEXTS]}}}}]}}}}})"_ba
                       .replace("$NUMBER", number)
                       .replace("$CONTEXTS", contexts.join(',')));
}

} // namespace

class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsBecomeStates_data()
    {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<Check::State>("state");
        using State = Check::State;

        QTest::newRow("passed") << run("x", "COMPLETED", "SUCCESS") << State::Passed;
        QTest::newRow("failed") << run("x", "COMPLETED", "FAILURE") << State::Failed;
        QTest::newRow("timed out") << run("x", "COMPLETED", "TIMED_OUT") << State::Failed;
        QTest::newRow("did not start") << run("x", "COMPLETED", "STARTUP_FAILURE") << State::Failed;
        QTest::newRow("neutral") << run("x", "COMPLETED", "NEUTRAL") << State::Neutral;
        QTest::newRow("skipped") << run("x", "COMPLETED", "SKIPPED") << State::Skipped;
        QTest::newRow("cancelled") << run("x", "COMPLETED", "CANCELLED") << State::Cancelled;
        QTest::newRow("approval") << run("x", "COMPLETED", "ACTION_REQUIRED") << State::NeedsAction;
        QTest::newRow("stale") << run("x", "COMPLETED", "STALE") << State::Other;
        QTest::newRow("a word of the future") << run("x", "COMPLETED", "BLESSED") << State::Other;
        QTest::newRow("runs") << run("x", "IN_PROGRESS", "") << State::Running;
        QTest::newRow("queued") << run("x", "QUEUED", "") << State::Waiting;
        QTest::newRow("a status of the future") << run("x", "DREAMING", "") << State::Waiting;
        QTest::newRow("status passed") << status("x", "SUCCESS") << State::Passed;
        QTest::newRow("status in error") << status("x", "ERROR") << State::Failed;
        QTest::newRow("status pending") << status("x", "PENDING") << State::Waiting;
        QTest::newRow("status expected") << status("x", "EXPECTED") << State::Waiting;
    }

    void wordsBecomeStates()
    {
        QFETCH(QByteArray, context);
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.body = answer("220", {context})});

        const auto checked = visitor.ended(listChecks(visitor.api, web(), {{220}}, {}));

        QVERIFY2(checked, qUtf8Printable(checked ? QString{} : checked.error().details));
        const auto checks = checked->checks.value({220}, {.head = id('f')});
        QCOMPARE(checks.head, id('a'));
        QCOMPARE(checks.checks.size(), 1);
        QTEST(checks.checks.first().state, "state");
    }

    void aCheckSaysWhatItIs()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql",
                            {.body = answer("220", {run("scan", "COMPLETED", "SUCCESS"), status("ci", "SUCCESS")})});

        const auto checked = visitor.ended(listChecks(visitor.api, web(), {{220}}, {}));

        QVERIFY(checked);
        const auto checks = checked->checks.value({220}, {.head = id('f')}).checks;
        QCOMPARE(checks.first(), (Check{.name = u"scan"_s,
                                        .workflow = u"checks"_s,
                                        .state = Check::State::Passed,
                                        .summary = u"No critical, 2 medium"_s,
                                        .isRequired = true,
                                        .startedAt = QDateTime{QDate{2026, 11, 24}, QTime{13, 24, 8}, QTimeZone::UTC},
                                        .url = QUrl{u"https://github.com/acme/web/runs/1"_s}}));
        QCOMPARE(checks.last().url, QUrl{});
    }

    void aReRunTakesThePlaceOfTheFirst()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql",
                            {.body = answer("220", {run("scan", "COMPLETED", "SUCCESS", "2026-11-24T13:30:00Z"),
                                                    run("scan", "COMPLETED", "FAILURE", "2026-11-24T13:24:00Z"),
                                                    status("scan", "SUCCESS")})});

        const auto checked = visitor.ended(listChecks(visitor.api, web(), {{220}}, {}));

        QVERIFY(checked);
        const auto checks = checked->checks.value({220}, {.head = id('f')}).checks;
        QCOMPARE(checks.size(), 2);
        QCOMPARE(checks.first().state, Check::State::Passed);
    }

    void eachPullRequestIsAskedForWithItsNumber()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.body = answer("217", {})});
        QList<PullNumber> many;
        for (int number = 1; number <= 30; ++number)
            many.append(PullNumber{number});

        QVERIFY(visitor.ended(listChecks(visitor.api, web(), many, {})));
        QVERIFY(visitor.ended(listChecks(visitor.api, web(), {}, {})));

        QCOMPARE(visitor.host.received().size(), 2);
        const auto text = visitor.sent(1)[u"query"].toString();
        QVERIFY(text.contains(u"p30: pullRequest(number: 30)"_s));
        QVERIFY(text.contains(u"isRequired(pullRequestNumber: 30)"_s));
        QVERIFY(!text.contains(u"p25:"_s));
    }

    void aTokenThatReadsNoChecksIsNoError()
    {
        Visitor visitor{"github_pat_secret"};
        visitor.host.answer("POST /graphql",
                            {.body = withIds(R"({"data":{"repository":{"p220":{"number":220,"commits":{"nodes":[
            {"commit":{"oid":"@a","statusCheckRollup":null}}]}}}},"errors":[{"type":"FORBIDDEN",
            "path":["repository","p220","commits","nodes",0,"commit","statusCheckRollup"],
            "message":"Resource not accessible by personal access token"}]})")});

        const auto checked = visitor.ended(listChecks(visitor.api, web(), {{220}}, {}));

        QVERIFY(checked);
        QVERIFY(!checked->areReadable);
        QVERIFY(checked->checks.isEmpty());
    }

    void aCommitThatNobodySpeaksOfHasNoChecks()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql",
                            {.body = withIds(R"({"data":{"repository":{"p220":{"number":220,"commits":{"nodes":[
            {"commit":{"oid":"@a","statusCheckRollup":null}}]}}}}})")});

        const auto checked = visitor.ended(listChecks(visitor.api, web(), {{220}}, {}));

        QVERIFY(checked);
        QVERIFY(checked->areReadable);
        QVERIFY(checked->checks.contains({220}));
    }

    void deploymentsHaveTheirStatuses()
    {
        Visitor visitor;
        visitor.host.answer(
            "POST /graphql",
            {.body = withIds(
                 R"({"data":{"repository":{"deployments":{"nodes":[)"
                 R"({"id":"DE_1","environment":"canary-1","commitOid":"@a","task":"deploy","payload":"compose",)"
                 R"("description":null,"createdAt":"2026-11-24T13:24:25Z","ref":{"name":"main"},)"
                 R"("creator":{"__typename":"Bot","login":"github-actions"},"statuses":{"nodes":[)"
                 R"({"state":"IN_PROGRESS","description":"","createdAt":"2026-11-24T13:24:25Z","logUrl":null},)"
                 R"({"state":"FAILURE","description":"calendar-sync  was unhealthy","createdAt":"2026-11-24T13:26:00Z","logUrl":"https://x.example/1"}]}},)"
                 R"({"id":"DE_2","environment":"production","commitOid":"@b","task":"deploy","payload":null,"description":null,)"
                 R"("createdAt":"2026-11-21T15:33:00Z","ref":null,"creator":{"__typename":"User","login":"mfager"},"statuses":{"nodes":[)"
                 R"({"state":"INACTIVE","description":"","createdAt":"2026-11-22T00:00:00Z","logUrl":null},)"
                 R"({"state":"SUCCESS","description":"","createdAt":"2026-11-21T15:36:00Z","logUrl":null}]}},)"
                 R"({"id":"DE_3","environment":"staging","commitOid":"@c","task":"deploy","payload":null,"description":null,)"
                 R"("createdAt":"2026-11-21T15:33:00Z","ref":null,"creator":null,"statuses":{"nodes":[]}}]}}}})")});

        const auto list = visitor.ended(listDeployments(visitor.api, web(), {}));

        QVERIFY2(list, qUtf8Printable(list ? QString{} : list.error().details));
        QCOMPARE(list->size(), 3);
        const auto &failed = list->first();
        QCOMPARE(failed.id, u"DE_1"_s);
        QCOMPARE(failed.commit, id('a'));
        QCOMPARE(failed.creator, u"github-actions[bot]"_s);
        QCOMPARE(failed.state(), Deployment::State::Failed);
        QCOMPARE(failed.statuses.first().description, u"calendar-sync was unhealthy"_s);
        QCOMPARE(failed.succeededAt(), std::nullopt);
        const auto &old = list->at(1);
        QCOMPARE(old.state(), Deployment::State::Inactive);
        QCOMPARE(old.succeededAt(), (QDateTime{QDate{2026, 11, 21}, QTime{15, 36}, QTimeZone::UTC}));
        QCOMPARE(list->last().state(), Deployment::State::Pending);
    }
};

const slipway::test::Registered<ChecksTest> registered;

#include "checks_test.moc"
