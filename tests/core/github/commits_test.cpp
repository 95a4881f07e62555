// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/commits.h"
#include "core/github/releases.h"
#include "tests/core/github/visitor.h"
#include "tests/support/testcase.h"

#include <QTest>
#include <QUrlQuery>

using namespace slipway;
using namespace slipway::github;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray numbered(int number)
{
    return QByteArray::number(number).rightJustified(40, '0');
}

QByteArray commit(int number)
{
    return R"({"sha":")" + numbered(number) +
           R"(","parents":[],"author":{"login":"mfager"},"commit":{"message":"Commit )" + QByteArray::number(number) +
           R"(","tree":{"sha":")" + numbered(9999) +
           R"("},"author":{"name":"Mats Fager","date":"2026-11-24T13:32:00Z"},"committer":{"name":"GitHub","date":"2026-11-24T13:33:00Z"}}})";
}

/// The comparison of `total` commits, a page of it, as GitHub gives it: oldest first.
Answer page(const Received &request, int total)
{
    const QUrlQuery query{QUrl::fromEncoded(request.target)};
    const int size = query.queryItemValue(u"per_page"_s).toInt();
    const int first = (query.queryItemValue(u"page"_s).toInt() - 1) * size;
    QByteArrayList commits;
    for (int i = first; i < std::min(first + size, total); ++i)
        commits.append(commit(i + 1));
    const auto count = QByteArray::number(total);
    return {.body = R"({"status":"ahead","ahead_by":)" + count + R"(,"behind_by":0,"total_commits":)" + count +
                    R"(,"merge_base_commit":{"sha":")" + QByteArray(40, 'b') + R"("},"commits":[)" + commits.join(',') +
                    "]}"};
}

} // namespace

class CommitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBranchOrTagNamesACommit()
    {
        Visitor visitor;
        visitor.host.answer("GET /repos/acme/web/commits/release/1.x?per_page=1", {.body = withIds(R"({
            "sha":"@a","parents":[{"sha":"@b"}],"author":null,
            "commit":{"message":"Title\n\nBody","tree":{"sha":"@c"},
                      "author":{"name":"Bea","date":"2026-11-24T14:32:00+01:00"},
                      "committer":{"name":"GitHub","date":"2026-11-24T14:40:00+01:00"}}})")});

        const auto commit = visitor.ended(readCommit(visitor.api, web(), u"release/1.x"_s, {}));

        QVERIFY(commit);
        QCOMPARE(commit->id, id('a'));
        QCOMPARE(commit->tree, id('c'));
        QCOMPARE(commit->parents, QList{id('b')});
        QCOMPARE(commit->message, u"Title\n\nBody"_s);
        QCOMPARE(commit->author, (Commit::Author{u"Bea"_s, {}, {QDate{2026, 11, 24}, QTime{13, 32}, QTimeZone::UTC}}));
    }

    void whatNoCommitHasIsNotFound_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("an unknown name") << 404;
        QTest::newRow("an unknown id") << 422;
        QTest::newRow("an empty repository") << 409;
    }

    void whatNoCommitHasIsNotFound()
    {
        QFETCH(int, status);
        Visitor visitor;
        visitor.host.answer("GET /repos/acme/web/commits/main?per_page=1", {.status = status});

        const auto commit = visitor.ended(readCommit(visitor.api, web(), u"main"_s, {}));

        QVERIFY(!commit);
        QCOMPARE(commit.error().kind, Error::Kind::NotFound);
    }

    void nothingLeadsOutOfItsPlaceInThePath()
    {
        Visitor visitor;
        for (const auto &hostile : {u".."_s, u"a/../../../user"_s, u"x?y"_s, u""_s, u"a b"_s}) {
            const auto commit = visitor.ended(readCommit(visitor.api, web(), hostile, {}));
            const auto comparison = visitor.ended(compareCommits(visitor.api, web(), u"main"_s, hostile, 10, {}));
            const auto release = visitor.ended(findRelease(visitor.api, web(), hostile, {}));

            QVERIFY(!commit && !comparison && !release);
            QCOMPARE(commit.error().kind, Error::Kind::InvalidInput);
        }
        QCOMPARE(visitor.host.received().size(), 0);
    }

    void theNewestCommitsComeFirst_data()
    {
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("requests");

        QTest::newRow("a few") << 7 << 250 << 1;
        QTest::newRow("none") << 0 << 250 << 1;
        QTest::newRow("a page and one") << 101 << 250 << 2;
        QTest::newRow("all of them") << 600 << 1000 << 6;
        QTest::newRow("only the newest") << 600 << 150 << 3;
        QTest::newRow("one of many") << 5000 << 1 << 2;
    }

    void theNewestCommitsComeFirst()
    {
        QFETCH(int, total);
        QFETCH(int, most);
        QFETCH(int, requests);
        Visitor visitor;
        visitor.host.otherwise([total](const Received &request) { return page(request, total); });

        const auto comparison = visitor.ended(compareCommits(visitor.api, web(), u"1.0"_s, u"2.0"_s, most, {}));

        QVERIFY(comparison);
        QCOMPARE(comparison->aheadBy, total);
        QCOMPARE(comparison->commits.size(), std::min(total, most));
        for (int i = 0; i < comparison->commits.size(); ++i)
            QCOMPARE(comparison->commits.at(i).message, u"Commit %1"_s.arg(total - i));
        QCOMPARE(visitor.host.received().size(), requests);
        QVERIFY(visitor.host.received().first().target.startsWith("/repos/acme/web/compare/1.0...2.0?"));
    }

    void aReleaseMayBeThereOrNot()
    {
        Visitor visitor;
        visitor.host.answer("GET /repos/acme/web/releases/tags/2.0.0", {.body = R"json({
            "tag_name":"2.0.0","name":null,"body":"Matches move to SQLite.","prerelease":false,
            "published_at":"2026-11-22T11:17:00Z","html_url":"javascript:alert(1)"})json"});
        visitor.host.answer("GET /repos/acme/web/releases/tags/1.0.0", {.status = 404});

        const auto there = visitor.ended(findRelease(visitor.api, web(), u"2.0.0"_s, {}));
        const auto not_ = visitor.ended(findRelease(visitor.api, web(), u"1.0.0"_s, {}));

        QVERIFY(there && *there && not_);
        QCOMPARE((*there)->notes, u"Matches move to SQLite."_s);
        QCOMPARE((*there)->url, QUrl{});
        QVERIFY(!*not_);
    }
};

const slipway::test::Registered<CommitsTest> registered;

#include "commits_test.moc"
