// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/redirect.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Request secretRequest(const QUrl &url, const QByteArray &method = "GET"_ba)
{
    Request request{.method = method, .url = url, .redirects = Redirects::Follow};
    request.credential = Credential::bearer(*Origin::of(url), "geheim");
    request.headers.append("Accept", "text/x");
    request.headers.append("X-Own", "geheim");
    return request;
}

Response redirect(const QByteArray &location, int status = 302)
{
    Response answer{.status = status};
    if (!location.isNull())
        answer.headers.append("Location", location);
    return answer;
}

Answer sentTo(const QByteArray &location, int status = 302)
{
    return {.status = status, .headers = {{"Location", location}, {"Set-Cookie", "c=geheim"}}};
}

} // namespace

class RedirectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTargetIsAcceptedOrRefused_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("target"); // empty: refused
        QTest::addColumn<bool>("keeps");     // credential and headers

        const auto row = [](const char *location, const char *target, bool keeps) {
            QTest::addRow("%s", location) << QByteArray(location) << QString::fromLatin1(target) << keeps;
        };
        row("/v2/b", "https://a.test/v2/b", true);
        row("b?n=1#part", "https://a.test/v2/b?n=1", true);
        row("https://A.test:443/b", "https://a.test:443/b", true);
        row("https://b.test/b", "https://b.test/b", false);
        row("//b.test/b", "https://b.test/b", false);
        row("https://x.a.test/b", "https://x.a.test/b", false);
        row("https://a.test./b", "https://a.test./b", false);
        row("https://a.test:444/b", "https://a.test:444/b", false);
        row("https://xn--bcher-kva.test/",
            "https://b\xfc"
            "cher.test/",
            false);
        row("http://a.test/b", "", false);
        row("http://b.test/b", "", false);
        row("https://a.test@b.test/", "", false);
        row("https://u:p@a.test/", "", false);
        row("https://a.test\\@b.test/", "", false);
        row("file:///etc/passwd", "", false);
        row("https:///b", "", false);
        row("https://[::1", "", false);
        row("", "", false);
    }
    void aTargetIsAcceptedOrRefused()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const QString, target);
        QFETCH(const bool, keeps);

        const auto next = nextHop(secretRequest(QUrl(u"https://a.test/v2/a"_s)), redirect(location));

        QCOMPARE(next.has_value(), !target.isEmpty());
        if (!next) {
            QCOMPARE(next.error().kind, Error::Kind::Protocol);
            return;
        }
        QCOMPARE(next->url, QUrl(target));
        QCOMPARE(next->credential != nullptr, keeps);
        QCOMPARE(next->headers.contains("X-Own"), keeps);
        QVERIFY(next->headers.contains("Accept"));
    }

    void aRequestThatChangesSomethingGoesOnOnlyUnchangedOnItsOrigin_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<bool>("follows");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("%d, own", status) << status << "/b"_ba << (status >= 307);
            QTest::addRow("%d, other", status) << status << "https://b.test/b"_ba << false;
        }
    }
    void aRequestThatChangesSomethingGoesOnOnlyUnchangedOnItsOrigin()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, location);

        const auto next = nextHop(secretRequest(QUrl(u"https://a.test/a"_s), "POST"), redirect(location, status));

        QTEST(next.has_value(), "follows");
    }

    void anotherHostSeesNoSecretOfAnyKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        for (const int status : {301, 302, 303, 307, 308})
            for (const char *method : {"GET", "HEAD"})
                QTest::addRow("%s %d", method, status) << status << QByteArray(method);
    }
    void anotherHostSeesNoSecretOfAnyKind()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, method);
        HttpHost first, second;
        first.answer(method + " /a", sentTo(second.url(u"/b"_s).toEncoded(), status));
        second.answer(method + " /b", {.body = "here"});
        Visitor visitor(settingsFor({&first, &second}));

        const auto answer = visitor.send(secretRequest(first.url(u"/a"_s), method));

        QVERIFY(answer);
        QCOMPARE(answer->url, second.url(u"/b"_s));
        QVERIFY(first.received().at(0).headers.contains("Authorization"));
        const auto &seen = second.received().at(0).headers;
        for (const char *name : {"Authorization", "Cookie", "X-Own", "Referer"})
            QVERIFY2(!seen.contains(QLatin1StringView(name)), name);
        QCOMPARE(seen.value("Accept"), QByteArrayView("text/x"));
    }

    void aChainThatComesBackStaysWithoutItsCredential()
    {
        HttpHost first, second;
        first.answer("GET /a", sentTo(second.url(u"/b"_s).toEncoded()));
        second.answer("GET /b", sentTo(first.url(u"/c"_s).toEncoded()));
        first.answer("GET /c", {.body = "here"});
        Visitor visitor(settingsFor({&first, &second}));

        const auto answer = visitor.send(secretRequest(first.url(u"/a"_s)));

        QVERIFY(answer);
        QVERIFY(!first.received().at(1).headers.contains("Authorization"));
        QVERIFY(!first.received().at(1).headers.contains("Cookie"));
    }

    void aRedirectOnItsOwnOriginKeepsTheCredential()
    {
        HttpHost host;
        host.answer("GET /a", sentTo("/b"));
        host.answer("GET /b", {.body = "here"});
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.send(secretRequest(host.url(u"/a"_s)));

        QVERIFY(answer);
        QCOMPARE(host.received().at(1).headers.value("Authorization"), QByteArrayView("Bearer geheim"));
    }

    void aHostThatNobodyNamedInsecureIsNotReachedByRedirect()
    {
        HttpHost first, second;
        first.answer("GET /a", sentTo(second.url(u"/b"_s).toEncoded()));
        Visitor visitor(settingsFor({&first}));

        const auto answer = visitor.send(secretRequest(first.url(u"/a"_s)));

        QVERIFY(!answer);
        QCOMPARE(second.connections(), 0);
    }

    void fiveHopsAreFollowedAndNoMore()
    {
        HttpHost host;
        for (int hop = 0; hop < 6; ++hop)
            host.answer("GET /" + QByteArray::number(hop), sentTo("/" + QByteArray::number(hop + 1)));
        host.answer("GET /6", {.body = "here"});
        Visitor visitor(settingsFor({&host}));

        const auto five = visitor.send(secretRequest(host.url(u"/1"_s)));
        const auto six = visitor.send(secretRequest(host.url(u"/0"_s)));

        QVERIFY(five);
        QVERIFY(!six);
        QCOMPARE(six.error().kind, Error::Kind::Protocol);
    }

    void aRedirectIsAnErrorWhereItIsNotAllowed()
    {
        HttpHost host;
        host.answer("GET /a", sentTo("/b"));
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url(u"/a"_s));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
        QCOMPARE(host.received().size(), 1);
    }
};

const slipway::test::Registered<RedirectTest> registered;

#include "redirect_test.moc"
