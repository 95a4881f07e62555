// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/token.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace slipway::registry
{

class TokenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestNamesServiceAndEachRepository();
    void theRealmsOwnQueryStays();
    void anIdentityTokenIsExchangedByAForm();
    void readsWhatServicesAnswer_data();
    void readsWhatServicesAnswer();
    void whatIsNoTokenIsAnError_data();
    void whatIsNoTokenIsAnError();
};

void TokenTest::theRequestNamesServiceAndEachRepository()
{
    const auto url = tokenUrl(QUrl{u"https://ghcr.io/token"_s}, u"ghcr.io"_s, {u"acme/web"_s, u"acme/api"_s});

    QCOMPARE(url.toString(QUrl::FullyEncoded),
             u"https://ghcr.io/token?service=ghcr.io&scope=repository:acme/web:pull&scope=repository:acme/api:pull"_s);
}

void TokenTest::theRealmsOwnQueryStays()
{
    const auto url = tokenUrl(QUrl{u"https://a.test/t?x=1"_s}, u"a & b=c+d#e"_s, {u"web"_s});

    QCOMPARE(url.toString(QUrl::FullyEncoded),
             u"https://a.test/t?x=1&service=a%20%26%20b%3Dc%2Bd%23e&scope=repository:web:pull"_s);
}

void TokenTest::anIdentityTokenIsExchangedByAForm()
{
    QCOMPARE(refreshForm(u"reg&x"_s, {u"a"_s, u"b/c"_s}, "id=+&"),
             "grant_type=refresh_token&client_id=slipway&service=reg%26x"
             "&scope=repository%3Aa%3Apull%20repository%3Ab%2Fc%3Apull&refresh_token=id%3D%2B%26"_ba);
}

void TokenTest::readsWhatServicesAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Token>("token");

    QTest::newRow("GHCR") << R"({"token": "abc"})"_ba << Token{"abc", 60s};
    QTest::newRow("OAuth") << R"({"access_token": "abc", "expires_in": 300})"_ba << Token{"abc", 300s};
    QTest::newRow("both") << R"({"token": "abc", "access_token": "abc", "issued_at": "2026-01-01T00:00:00Z"})"_ba
                          << Token{"abc", 60s};
}

void TokenTest::readsWhatServicesAnswer()
{
    QFETCH(QByteArray, body);
    QFETCH(Token, token);

    QCOMPARE(readToken(body), token);
}

void TokenTest::whatIsNoTokenIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("no token") << "{}"_ba;
    QTest::newRow("a page") << "<html>"_ba;
    QTest::newRow("a number") << R"({"token": 7})"_ba;
    QTest::newRow("empty") << R"({"token": ""})"_ba;
    QTest::newRow("a line break") << R"({"token": "a\r\nX: y"})"_ba;
    QTest::newRow("not ASCII") << R"({"token": "ä"})"_ba;
    QTest::newRow("endless") << QByteArray(R"({"token": ")" + QByteArray(100'000, 'a') + R"("})");
}

void TokenTest::whatIsNoTokenIsAnError()
{
    QFETCH(QByteArray, body);

    const auto token = readToken(body);

    QVERIFY(!token);
    QCOMPARE(token.error().kind, Error::Kind::Protocol);
}

const slipway::test::Registered<TokenTest> registered;

} // namespace slipway::registry

#include "token_test.moc"
