// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/hostguard.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Origin originOf(const QString &text)
{
    return *Origin::of(QUrl(text, QUrl::StrictMode));
}

} // namespace

class HostGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainHttpGoesOnlyToNamedHosts_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("allowed");

        QTest::newRow("https needs no name") << u"https://a.test/"_s << QString{} << true;
        QTest::newRow("not named") << u"http://a.test/"_s << u"b.test"_s << false;
        QTest::newRow("named") << u"http://a.test/"_s << u"a.test"_s << true;
        QTest::newRow("named without port") << u"http://a.test:5000/"_s << u"a.test"_s << true;
        QTest::newRow("named with port") << u"http://a.test:5000/"_s << u"A.test:5000"_s << true;
        QTest::newRow("other port") << u"http://a.test:5001/"_s << u"a.test:5000"_s << false;
        QTest::newRow("sub-domain") << u"http://x.a.test/"_s << u"a.test"_s << false;
        QTest::newRow("IPv6") << u"http://[::1]:5000/"_s << u"[::1]:5000"_s << true;
        QTest::newRow("loopback is no exception") << u"http://127.0.0.1:5000/"_s << u"a.test"_s << false;
    }
    void plainHttpGoesOnlyToNamedHosts()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, named);

        const auto error = objection({.url = QUrl(url)}, {named});

        QTEST(!error.has_value(), "allowed");
    }

    void plainHttpGoesWhereARequestMayBePlain()
    {
        QVERIFY(!objection({.url = QUrl(u"http://a.test/"_s), .mayBePlain = true}, {}));
    }

    void aHeaderThatOnlyTheClientMaySetIsRefused()
    {
        for (const auto *name : {"Authorization", "authorization", "Cookie", "Host", "Proxy-Authorization"}) {
            Request request{.url = QUrl(u"https://a.test/"_s)};
            request.headers.append(QLatin1StringView(name), "x");

            const auto error = objection(request, {});

            QVERIFY2(error, name);
            QCOMPARE(error->kind, Error::Kind::InvalidInput);
        }
    }

    void aLineBreakInAMethodIsRefused()
    {
        QVERIFY(objection({.method = "GET / HTTP/1.1\r\nX: y\r\n", .url = QUrl(u"https://a.test/"_s)}, {}));
    }

    void aCredentialBelongsToItsOrigin()
    {
        QVERIFY(mayCarry(originOf(u"https://a.test"_s), originOf(u"https://a.test:443"_s)));
        QVERIFY(mayCarry(originOf(u"http://127.0.0.1:5000"_s), originOf(u"http://127.0.0.1:5000"_s)));
        QVERIFY(!mayCarry(originOf(u"http://a.test"_s), originOf(u"http://a.test"_s))); // not encrypted, not here
        QVERIFY(!mayCarry(originOf(u"https://a.test"_s), originOf(u"https://b.test"_s)));
        QVERIFY(!mayCarry(originOf(u"https://a.test"_s), originOf(u"https://a.test:444"_s)));
        QVERIFY(!mayCarry(originOf(u"https://a.test"_s), originOf(u"http://a.test"_s)));
    }

    void aCredentialOfAnotherOriginIsLeftOut()
    {
        HttpHost host;
        host.answer("GET /", Answer{});
        Visitor visitor(settingsFor({&host}));
        const auto own = Credential::basic(*Origin::of(host.url()), "user", "word");
        const auto foreign = Credential::bearer(originOf(u"https://ghcr.io"_s), "token");

        const auto first = visitor.send({.url = host.url(), .credential = own});
        const auto second = visitor.send({.url = host.url(), .credential = foreign});

        QVERIFY(first && second);
        QCOMPARE(host.received().at(0).headers.value("Authorization"), QByteArrayView("Basic dXNlcjp3b3Jk"));
        QVERIFY(!host.received().at(1).headers.contains("Authorization"));
    }

    void aRefusedRequestNeverReachesTheHost()
    {
        HttpHost host;
        Visitor visitor({});

        const auto answer = visitor.get(host.url());

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(host.connections(), 0);
    }
};

const slipway::test::Registered<HostGuardTest> registered;

#include "hostguard_test.moc"
