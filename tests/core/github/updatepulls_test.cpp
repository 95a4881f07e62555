// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/updatepulls.h"
#include "tests/core/github/visitor.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime today{QDate{2026, 11, 24}, QTime{0, 0}, QTimeZone::UTC};

struct Shown
{
    int number = 220;
    QByteArray branchName = "slipway/image/api";
    QByteArray state = "OPEN";
    QByteArray closedAt = {};
    QByteArray mergedBy = {};
    QByteArray closedBy = {};
    QByteArray isFork = "false";
};

QByteArray person(const QByteArray &login)
{
    return login.isEmpty() ? "null"_ba : R"({"__typename":"User","login":"$LOGIN"})"_ba.replace("$LOGIN", login);
}

QByteArray pull(const Shown &given = {})
{
    auto json = R"({"id":"PR_1","number":$NUMBER,"title":"Update api","body":"","state":"$STATE","isDraft":false,
        "url":"https://github.com/acme/web/pull/1","isCrossRepository":$FORK,
        "createdAt":"2026-11-24T13:17:40Z","updatedAt":"2026-11-24T13:24:00Z","closedAt":$CLOSED,
        "author":{"__typename":"Bot","login":"slipway-app"},
        "headRefName":"$BRANCH","headRefOid":"@a","baseRefName":"main","baseRefOid":"@b",
        "labels":{"nodes":[{"name":"docker"}]},
        "mergeable":"MERGEABLE","mergeStateStatus":"BLOCKED","reviewDecision":"REVIEW_REQUIRED",
        "mergedBy":$MERGER,"timelineItems":{"nodes":[$EVENTS]}})"_ba;
    json.replace("$NUMBER", QByteArray::number(given.number));
    json.replace("$STATE", given.state);
    json.replace("$FORK", given.isFork);
    json.replace("$CLOSED", given.closedAt.isEmpty() ? "null"_ba : QByteArray{"\"" + given.closedAt + "\""});
    json.replace("$BRANCH", given.branchName);
    json.replace("$MERGER", person(given.mergedBy));
    json.replace("$EVENTS",
                 given.closedBy.isEmpty() ? ""_ba : R"({"actor":$ACTOR})"_ba.replace("$ACTOR", person(given.closedBy)));
    return withIds(json);
}

QByteArray answer(const QByteArrayList &open, const QByteArrayList &closed, const QByteArray &cursor = {})
{
    QByteArrayList refs;
    for (const auto &one : open)
        refs.append(R"({"associatedPullRequests":{"nodes":[$ONE]}})"_ba.replace("$ONE", one));
    return R"({"data":{"repository":{"refs":{"pageInfo":{"hasNextPage":$MORE,"endCursor":"$CURSOR"},"nodes":[$REFS]},
               "pullRequests":{"nodes":[$CLOSED]}}}})"_ba.replace("$MORE", cursor.isEmpty() ? "false" : "true")
        .replace("$CURSOR", cursor)
        .replace("$REFS", refs.join(','))
        .replace("$CLOSED", closed.join(','));
}

} // namespace

class UpdatePullsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneQueryTellsAllOfThem()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.body = answer({pull()}, {})});

        const auto pulls = visitor.ended(listUpdatePulls(visitor.api, web(), u"slipway/"_s, today, {}));

        QVERIFY2(pulls, qUtf8Printable(pulls ? QString{} : pulls.error().details));
        QCOMPARE(pulls->size(), 1);
        const auto &one = pulls->first();
        QCOMPARE(one.pull.number, PullNumber{220});
        QCOMPARE(one.pull.author, u"slipway-app[bot]"_s);
        QCOMPARE(one.pull.head, id('a'));
        QCOMPARE(one.mergeable, UpdatePull::Mergeable::Yes);
        QCOMPARE(one.mergeState, UpdatePull::MergeState::Blocked);
        QCOMPARE(one.review, UpdatePull::Review::Required);
        QCOMPARE(one.closedBy, QString{});
        const auto variables = visitor.sent(0)[u"variables"].toObject();
        QCOMPARE(variables[u"refPrefix"].toString(), u"refs/heads/slipway/"_s);
        QVERIFY(variables[u"after"].isNull());
    }

    void whatWasClosedLatelyIsThereWithWhoDidIt()
    {
        Visitor visitor;
        const QByteArray recently = "2026-11-24T13:22:00Z";
        const QByteArrayList closed{
            pull(
                {.number = 219, .state = "MERGED", .closedAt = recently, .mergedBy = "bartesch", .closedBy = "mfager"}),
            pull({.number = 218, .state = "CLOSED", .closedAt = recently, .closedBy = "mfager"}),
            pull({.number = 217, .state = "CLOSED", .closedAt = "2026-11-20T13:22:00Z"}),
            pull({.number = 216, .branchName = "feature/x", .state = "CLOSED", .closedAt = recently}),
            pull({.number = 215, .state = "CLOSED", .closedAt = recently, .isFork = "true"}),
        };
        visitor.host.answer("POST /graphql", {.body = answer({pull()}, closed)});

        const auto pulls = visitor.ended(listUpdatePulls(visitor.api, web(), u"slipway/"_s, today, {}));

        QVERIFY(pulls);
        QCOMPARE(pulls->size(), 3);
        QCOMPARE(pulls->at(1).pull.number, PullNumber{219});
        QCOMPARE(pulls->at(1).pull.state, PullRequest::State::Merged);
        QCOMPARE(pulls->at(1).closedBy, u"bartesch"_s);
        QCOMPARE(pulls->at(2).pull.state, PullRequest::State::Closed);
        QCOMPARE(pulls->at(2).closedBy, u"mfager"_s);
    }

    void manyBranchesComeInPages()
    {
        Visitor visitor;
        visitor.host.answer("POST /graphql", {.body = answer({pull({.number = 1})}, {}, "Y3Vyc29y")});
        visitor.host.answer("POST /graphql", {.body = answer({pull({.number = 2})}, {})});

        const auto pulls = visitor.ended(listUpdatePulls(visitor.api, web(), u"slipway/"_s, today, {}));

        QVERIFY(pulls);
        QCOMPARE(pulls->size(), 2);
        QCOMPARE(pulls->first().pull.number, PullNumber{2});
        QCOMPARE(visitor.sent(1)[u"variables"][u"after"].toString(), u"Y3Vyc29y"_s);
        QCOMPARE(visitor.sent(1)[u"variables"][u"withClosed"].toBool(), false);
    }

    void wordsOfTheFutureAreUnknownNotWrong()
    {
        Visitor visitor;
        auto strange = pull();
        strange.replace("BLOCKED", "ENCHANTED").replace("REVIEW_REQUIRED", "BLESSED");
        visitor.host.answer("POST /graphql", {.body = answer({strange}, {})});

        const auto pulls = visitor.ended(listUpdatePulls(visitor.api, web(), u"slipway/"_s, today, {}));

        QVERIFY(pulls);
        QCOMPARE(pulls->first().mergeState, UpdatePull::MergeState::Unknown);
        QCOMPARE(pulls->first().review, UpdatePull::Review::NotNeeded);
    }
};

const slipway::test::Registered<UpdatePullsTest> registered;

#include "updatepulls_test.moc"
