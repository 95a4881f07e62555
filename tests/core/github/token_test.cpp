// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/token.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace Qt::StringLiterals;

namespace
{

http::Response with(std::initializer_list<std::pair<QByteArray, QByteArray>> headers)
{
    http::Response answer{.status = 200};
    for (const auto &[name, value] : headers)
        answer.headers.append(name, value);
    return answer;
}

} // namespace

class TokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePrefixTellsTheKind()
    {
        QCOMPARE(kindOf("ghp_abc"), TokenKind::Classic);
        QCOMPARE(kindOf("github_pat_abc"), TokenKind::FineGrained);
        QCOMPARE(kindOf("gho_abc"), TokenKind::OAuth);
        QCOMPARE(kindOf("ghs_abc"), TokenKind::App);
        QCOMPARE(kindOf("0123456789abcdef"), TokenKind::Unknown);
        QCOMPARE(kindOf({}), TokenKind::None);
    }

    void theScopeThatIsMissingIsNamed_data()
    {
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<QByteArray>("accepted");
        QTest::addColumn<QString>("missing");

        QTest::newRow("none at all") << ""_ba << "repo"_ba << u"repo"_s;
        QTest::newRow("it is there") << "read:org, repo"_ba << "repo"_ba << u""_s;
        QTest::newRow("another does as well") << "repo"_ba << "admin:org, read:org, repo, user"_ba << u""_s;
        QTest::newRow("it is implied") << "repo"_ba << "public_repo"_ba << u""_s;
        QTest::newRow("a broader one does") << "public_repo"_ba << "repo"_ba << u"repo"_s;
        QTest::newRow("the narrowest") << "gist"_ba << "admin:repo_hook, read:repo_hook"_ba << u"read:repo_hook"_s;
        QTest::newRow("no scope is needed") << "gist"_ba << ""_ba << u""_s;
        QTest::newRow("words that are none") << ""_ba << "<b>repo</b>"_ba << u""_s;
    }

    void theScopeThatIsMissingIsNamed()
    {
        QFETCH(QByteArray, own);
        QFETCH(QByteArray, accepted);

        QTEST(missingScope(with({{"X-OAuth-Scopes", own}, {"X-Accepted-OAuth-Scopes", accepted}})), "missing");
    }

    void aTokenWithoutScopesListsNone()
    {
        QCOMPARE(scopesOf(with({})), std::nullopt);
        QCOMPARE(scopesOf(with({{"X-OAuth-Scopes", ""}})), QStringList{});
        QCOMPARE(scopesOf(with({{"X-OAuth-Scopes", "repo, read:org"}})), (QStringList{u"repo"_s, u"read:org"_s}));
        QCOMPARE(missingScope(with({{"X-Accepted-OAuth-Scopes", "repo"}})), u""_s);
    }

    void itsEndIsReadInEachForm()
    {
        const auto ends = [](const QByteArray &text) {
            return expiryOf(with({{"github-authentication-token-expiration", text}}));
        };
        const QDateTime nine{QDate{2027, 10, 12}, QTime{9, 0}, QTimeZone::UTC};

        QCOMPARE(ends("2027-10-12 09:00:00 UTC"), nine);
        QCOMPARE(ends("2027-10-12 02:00:00 -0700"), nine);
        QCOMPARE(ends("soon"), std::nullopt);
        QCOMPARE(expiryOf(with({})), std::nullopt);
    }
};

const slipway::test::Registered<TokenTest> registered;

#include "token_test.moc"
