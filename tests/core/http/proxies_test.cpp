// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/network.h"
#include "core/http/proxies.h"

#include "tests/core/http/visit.h"
#include "tests/support/testcase.h"

#include <QProcessEnvironment>
#include <QTcpServer>
#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace slipway::test;
using namespace Qt::StringLiterals;

class ProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnvironmentIsRead()
    {
        QProcessEnvironment environment;
        environment.insert(u"HTTP_PROXY"_s, u"proxy.test:3128"_s);
        environment.insert(u"HTTPS_PROXY"_s, u"http://upper.test"_s);
        environment.insert(u"https_proxy"_s, u"socks5://lower.test"_s);
        environment.insert(u"NO_PROXY"_s, u"a.test, .b.test,,"_s);

        const auto proxies = proxiesOf(environment);

        QVERIFY(proxies);
        QCOMPARE(proxies->http, QUrl(u"http://proxy.test:3128"_s));
        QCOMPARE(proxies->https, QUrl(u"socks5://lower.test"_s));
        QCOMPARE(proxies->direct, QStringList({u"a.test"_s, u".b.test"_s}));
    }

    void aProxyThatCannotBeUsedIsNamed()
    {
        QProcessEnvironment environment;
        environment.insert(u"HTTPS_PROXY"_s, u"https://user:word@proxy.test"_s);

        const auto proxies = proxiesOf(environment);

        QVERIFY(!proxies);
        QCOMPARE(proxies.error().kind, Error::Kind::InvalidInput);
        QVERIFY(proxies.error().message.contains(u"HTTPS_PROXY"_s));
        QVERIFY(!proxies.error().message.contains(u"word"_s));
    }

    void noProxySaysWhatGoesDirectly_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("direct");

        const auto row = [](const char *url, const char *rule, bool direct) {
            QTest::addRow("%s, %s", url, rule) << QString::fromLatin1(url) << QString::fromLatin1(rule) << direct;
        };
        row("https://a.test/", "", false);
        row("https://a.test/", "*", true);
        row("https://a.test/", "a.test", true);
        row("https://x.a.test/", "a.test", true);
        row("https://xa.test/", "a.test", false);
        row("https://a.test/", ".a.test", true);
        row("https://x.a.test/", ".a.test", true);
        row("https://A.test/", "a.TEST", true);
        row("https://a.test/", "a.test:443", true);
        row("https://a.test:444/", "a.test:443", false);
        row("http://a.test/", "a.test:80", true);
        row("https://10.1.2.3/", "10.0.0.0/8", true);
        row("https://11.1.2.3/", "10.0.0.0/8", false);
        row("https://10.1.2.3/", "10.1.2.3", true);
        row("https://[fd00::1]/", "fd00::/8", true);
        row("https://[fd00::1]/", "FD00:0::1", true);
        row("https://[fd00::1]/", "[fd00::1]:443", true);
        row("https://[fd00::1]/", "fd00::2", false);
        row("https://10.1.2.3/", "10", false);
        row("https://a.test/", "10.0.0.0/8", false);
        row("http://localhost:5000/", "", true);
        row("http://127.0.0.1:5000/", "", true);
    }
    void noProxySaysWhatGoesDirectly()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, rule);
        const QUrl proxy(u"http://proxy.test:3128"_s);

        const auto chosen = proxyFor(QUrl(url), {.http = proxy, .https = proxy, .direct = {rule}});

        QTEST(chosen.isEmpty(), "direct");
    }

    void theEnvironmentOfTheProcessIsNotAsked()
    {
        HttpHost host;
        host.answer("GET /", Answer{});
        QTcpServer nobody;
        nobody.listen(QHostAddress::LocalHost);
        qputenv("http_proxy", u"http://127.0.0.1:%1"_s.arg(nobody.serverPort()).toLatin1());
        const auto tidyUp = qScopeGuard([] { qunsetenv("http_proxy"); });
        Visitor visitor(settingsFor({&host}));

        const auto answer = visitor.get(host.url());

        QVERIFY(answer);
        QVERIFY(!nobody.hasPendingConnections());
    }

    void theProxyIsAskedInstead()
    {
        HttpHost proxy;
        proxy.answer("GET http://registry.test/v2/", {.body = "by proxy"});
        Settings settings{.insecureHosts = {u"registry.test"_s}};
        settings.proxies.http = QUrl(u"http://me:word@"_s + proxy.authority());
        qputenv("no_proxy", "*");
        const auto tidyUp = qScopeGuard([] { qunsetenv("no_proxy"); });
        Visitor visitor(settings);

        const auto answer = visitor.get(QUrl(u"http://registry.test/v2/"_s));

        QVERIFY2(answer, qPrintable(answer ? QString{} : answer.error().details));
        QCOMPARE(answer->body, "by proxy"_ba);
        QCOMPARE(proxy.received().at(0).headers.value("Proxy-Authorization"), QByteArrayView("Basic bWU6d29yZA=="));
    }

    void aProxyThatLetsNothingThroughIsSaidSo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("tries");
        QTest::newRow("forbidden") << 403 << 1;
        QTest::newRow("wants a login") << 407 << 1;
        QTest::newRow("not now") << 503 << 4;
    }
    void aProxyThatLetsNothingThroughIsSaidSo()
    {
        QFETCH(const int, status);
        HttpHost proxy;
        proxy.answer("CONNECT registry.test:443", {.status = status});
        Settings settings;
        settings.proxies.https = QUrl(u"http://"_s + proxy.authority());
        Visitor visitor(settings);

        const auto answer = visitor.get(QUrl(u"https://registry.test/v2/"_s));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY2(answer.error().message.contains(u"proxy"_s), qPrintable(answer.error().message));
        QVERIFY2(answer.error().remedy.contains(u"HTTPS_PROXY"_s), qPrintable(answer.error().remedy));
        QTEST(proxy.count("CONNECT registry.test:443"), "tries");
    }

    void anEncryptedRequestTunnelsThroughTheProxyWithItsSecretsInside()
    {
        HttpHost proxy;
        proxy.answer("CONNECT registry.test:443", {.status = 403});
        Settings settings;
        settings.proxies.https = QUrl(u"http://"_s + proxy.authority());
        Visitor visitor(settings);
        const QUrl url(u"https://registry.test/v2/"_s);

        const auto answer = visitor.send({.url = url, .credential = Credential::bearer(*Origin::of(url), "geheim")});

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY(answer.error().message.contains(u"registry.test"_s));
        for (const auto &one : proxy.received())
            QVERIFY(!one.headers.contains("Authorization"));
    }
};

const slipway::test::Registered<ProxiesTest> registered;

#include "proxies_test.moc"
