// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/refusal.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace Qt::StringLiterals;

namespace
{

struct Case
{
    int status;
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    TokenKind token = TokenKind::Classic;
    Error::Kind kind;
    QString message; ///< a part of it
    QString remedy;  ///< a part of it; empty: there is none
};

Error refused(const Case &given, const QString &host = u"github.com"_s)
{
    http::Response answer{.status = given.status, .url = QUrl{u"https://api.github.com/repos/acme/web?x=1"_s}};
    answer.body = given.body;
    for (const auto &[name, value] : given.headers)
        answer.headers.append(name, value);
    return refusal(answer, {*hostNamed(host), given.token, u"acme/web"_s});
}

} // namespace

class RefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStatusBecomesWordsThatOneCanActOn_data()
    {
        QTest::addColumn<Case>("given");
        const auto row = [](const char *name, const Case &given) { QTest::newRow(name) << given; };
        using Kind = Error::Kind;

        row("401", {.status = 401,
                    .kind = Kind::Unauthorized,
                    .message = u"does not accept the token"_s,
                    .remedy = u"make a new one"_s});
        row("401 without a token", {.status = 401,
                                    .token = TokenKind::None,
                                    .kind = Kind::Unauthorized,
                                    .message = u"wants to know who asks"_s,
                                    .remedy = u"Sign in"_s});
        row("a missing scope", {.status = 403,
                                .headers = {{"X-OAuth-Scopes", "gist"}, {"X-Accepted-OAuth-Scopes", "repo"}},
                                .kind = Kind::Forbidden,
                                .message = u"lacks the scope “repo”"_s,
                                .remedy = u"Add the scope"_s});
        row("a missing permission",
            {.status = 403,
             .body = R"({"message":"Resource not accessible by personal access token"})",
             .headers = {{"X-Accepted-GitHub-Permissions", "contents=write,pull_requests=write; issues=write"}},
             .token = TokenKind::FineGrained,
             .kind = Kind::Forbidden,
             .message = u"Resource not accessible"_s,
             .remedy = u"contents: write, pull requests: write or issues: write"_s});
        row("a hostile permission", {.status = 403,
                                     .headers = {{"X-Accepted-GitHub-Permissions", "<a href=x>contents</a>"}},
                                     .kind = Kind::Forbidden,
                                     .message = u"403"_s,
                                     .remedy = {}});
        row("single sign-on", {.status = 403,
                               .headers = {{"X-GitHub-SSO", "required; url=https://github.com/orgs/acme/sso?x=1"}},
                               .kind = Kind::Forbidden,
                               .message = u"single sign-on"_s,
                               .remedy = u"https://github.com/orgs/acme/sso?x=1"_s});
        row("404", {.status = 404,
                    .kind = Kind::NotFound,
                    .message = u"acme/web was not found on github.com"_s,
                    .remedy = u"owner may see it"_s});
        row("404 for lack of a scope", {.status = 404,
                                        .headers = {{"X-OAuth-Scopes", ""}, {"X-Accepted-OAuth-Scopes", "repo"}},
                                        .kind = Kind::NotFound,
                                        .message = u"404"_s,
                                        .remedy = u"scope “repo”"_s});
        row("404 of a fine-grained token", {.status = 404,
                                            .token = TokenKind::FineGrained,
                                            .kind = Kind::NotFound,
                                            .message = u"404"_s,
                                            .remedy = u"made for this repository"_s});
        row("409", {.status = 409,
                    .body = R"({"message":"Git Repository is empty."})",
                    .kind = Kind::Conflict,
                    .message = u"Git Repository is empty., 409"_s,
                    .remedy = {}});
        row("422 of what is there", {.status = 422,
                                     .body = R"({"message":"Reference already exists"})",
                                     .kind = Kind::Conflict,
                                     .message = u"Reference already exists"_s,
                                     .remedy = {}});
        row("422 with texts and objects",
            {.status = 422,
             .body =
                 R"({"message":"Validation Failed","errors":["a rule",{"message":"No commits between main and x"}]})",
             .kind = Kind::InvalidInput,
             .message = u"Validation Failed; a rule; No commits between main and x, 422"_s,
             .remedy = {}});
        row("an old version",
            {.status = 410, .kind = Kind::Protocol, .message = u"410"_s, .remedy = u"newer Slipway"_s});
        row("a page in place of JSON", {.status = 502,
                                        .body = "<html>Unicorn!</html>",
                                        .kind = Kind::Offline,
                                        .message = u"does not work right now (502)"_s,
                                        .remedy = u"later"_s});
    }

    void aStatusBecomesWordsThatOneCanActOn()
    {
        QFETCH(Case, given);

        const auto error = refused(given);

        QCOMPARE(error.kind, given.kind);
        QVERIFY2(error.message.contains(given.message), qUtf8Printable(error.message));
        QVERIFY2(error.remedy.contains(given.remedy), qUtf8Printable(error.remedy));
        QCOMPARE(error.remedy.isEmpty(), given.remedy.isEmpty());
        QVERIFY(!error.details.contains(u"x=1"_s));
    }

    void aForeignPageForSingleSignOnIsNotOffered_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("another host") << "https://github.com.evil.example/orgs/acme/sso"_ba;
        QTest::newRow("no encryption") << "http://github.com/orgs/acme/sso"_ba;
        QTest::newRow("a user in front") << "https://github.com@evil.example/"_ba;
        QTest::newRow("another port") << "https://github.com:8443/orgs/acme/sso"_ba;
        QTest::newRow("a script") << "javascript:alert(1)"_ba;
    }

    void aForeignPageForSingleSignOnIsNotOffered()
    {
        QFETCH(QByteArray, url);

        const auto error = refused({.status = 403,
                                    .headers = {{"X-GitHub-SSO", "required; url=" + url}},
                                    .kind = {},
                                    .message = {},
                                    .remedy = {}});

        QCOMPARE(error.kind, Error::Kind::Forbidden);
        QVERIFY(!error.remedy.contains(u"evil"_s) && !error.remedy.contains(u"//"_s));
    }

    void theRequestIdIsKeptForGitHubsPeople()
    {
        const auto error = refused(
            {.status = 500, .headers = {{"X-GitHub-Request-Id", "C0DE:1"}}, .kind = {}, .message = {}, .remedy = {}});

        QVERIFY2(error.details.contains(u"C0DE:1"_s), qUtf8Printable(error.details));
    }

    void itsWordsStayOneLineOfText()
    {
        QCOMPARE(quotable(u" a\nb\u202e\u0000c\td "_s), u"a b c d"_s);
        QCOMPARE(quotable(QString(5000, u'x')).size(), 300);
    }
};

const slipway::test::Registered<RefusalTest> registered;

#include "refusal_test.moc"
