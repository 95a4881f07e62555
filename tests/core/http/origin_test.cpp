// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/origin.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::http;
using namespace Qt::StringLiterals;

class OriginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlsOfOneOriginAreEqual_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");

        const auto row = [](const char *one, const char *other, bool same) {
            QTest::addRow("%s %s %s", one, same ? "==" : "!=", other)
                << QString::fromUtf8(one) << QString::fromUtf8(other) << same;
        };
        row("https://ghcr.io/v2/", "https://ghcr.io/token?x=1", true);
        row("https://ghcr.io", "https://GHCR.io:443/", true);
        row("http://a.test", "http://a.test:80", true);
        row("https://ⓖhcr.io", "https://ghcr.io", true);
        row("https://bücher.test", "https://xn--bcher-kva.test", true);
        row("https://127.1:5000", "https://127.0.0.1:5000", true);
        row("https://ghcr.io", "http://ghcr.io", false);
        row("https://ghcr.io", "https://ghcr.io:444", false);
        row("https://ghcr.io", "https://ghcr.io.", false);
        row("https://ghcr.io", "https://sub.ghcr.io", false);
        row("https://ghcr.io", "https://ghcr.io.evil.test", false);
        row("https://127.0.0.1", "https://localhost", false);
    }
    void urlsOfOneOriginAreEqual()
    {
        QFETCH(const QString, one);
        QFETCH(const QString, other);

        const auto first = Origin::of(QUrl(one, QUrl::StrictMode));
        const auto second = Origin::of(QUrl(other, QUrl::StrictMode));

        QVERIFY(first && second);
        QTEST(*first == *second, "same");
    }

    void aUrlThatMisleadsIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"https://ghcr.io@evil.test/", "https://u:p@ghcr.io/", "https://ghcr.io\\@evil.test/",
                                 "https:ghcr.io", "https:///v2/", "ftp://ghcr.io/", "file:///etc/passwd", "/v2/", "",
                                 "https://ghcr.io/a\nb", "https://ghcr.io/a b", "https://ghcr.io/%0d%0aX-A: b",
                                 "https://ghcr.io/a%5cb", "https://ghcr.io:99999/", "https://[::1/"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }
    void aUrlThatMisleadsIsRefused()
    {
        QFETCH(const QString, text);

        const auto url = parseUrl(text);

        QVERIFY(!url);
        QCOMPARE(url.error().kind, Error::Kind::InvalidInput);
        QVERIFY(!url.error().message.isEmpty());
    }

    void anAuthorityLeavesOutTheUsualPort()
    {
        QCOMPARE(Origin::of(QUrl(u"https://ghcr.io:443"_s))->authority(), u"ghcr.io"_s);
        QCOMPARE(Origin::of(QUrl(u"http://ghcr.io:443"_s))->authority(), u"ghcr.io:443"_s);
        QCOMPARE(Origin::of(QUrl(u"https://[::1]:5000"_s))->authority(), u"[::1]:5000"_s);
    }

    void onlyThisMachineIsLoopback()
    {
        for (const auto *host : {"localhost", "127.0.0.1", "127.1", "[::1]"})
            QVERIFY2(Origin::of(QUrl(u"http://"_s + QLatin1StringView(host)))->isLoopback(), host);
        for (const auto *host : {"localhost.evil.test", "10.0.0.1", "0.0.0.0", "[::]", "ghcr.io"})
            QVERIFY2(!Origin::of(QUrl(u"http://"_s + QLatin1StringView(host)))->isLoopback(), host);
    }

    void whatIsPrintedHoldsNoSecret()
    {
        const QUrl url(u"https://user:word@ghcr.io/v2/a?sig=geheim#part"_s);

        QCOMPARE(printable(url), u"https://ghcr.io/v2/a"_s);
    }

    void aUrlReadTolerantlyWouldLeadElsewhere()
    {
        const QString text = u"https://ghcr.io\\@evil.test/"_s;

        QCOMPARE(QUrl(text, QUrl::TolerantMode).host(), u"evil.test"_s);
        QVERIFY(!QUrl(text, QUrl::StrictMode).isValid());
        QCOMPARE(QUrl(u"https://0x7f.1/"_s).host(), u"127.0.0.1"_s);
        QCOMPARE(QUrl(u"https://2130706433/"_s).host(), u"127.0.0.1"_s);
        QVERIFY(QUrl(u"https:ghcr.io"_s).isValid() && QUrl(u"https:ghcr.io"_s).host().isEmpty());
    }
};

const slipway::test::Registered<OriginTest> registered;

#include "origin_test.moc"
