// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/links.h"

#include "tests/support/testcase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::http
{

namespace
{

const QUrl asked{u"https://ghcr.io:8443/v2/o/n/tags/list?n=1000"_s};

} // namespace

class LinksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextPageIsOnOurOwnOrigin_data();
    void theNextPageIsOnOurOwnOrigin();
    void withoutALinkThereIsNoNextPage_data();
    void withoutALinkThereIsNoNextPage();
    void aHostileLinkIsAnError_data();
    void aHostileLinkIsAnError();
    void aLinkInTheSecondHeaderIsFound();
};

void LinksTest::theNextPageIsOnOurOwnOrigin_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("next");

    const auto second = u"https://ghcr.io:8443/v2/o/n/tags/list?last=1.9&n=1000"_s;
    QTest::newRow("relative") << R"(</v2/o/n/tags/list?last=1.9&n=1000>; rel="next")"_ba << second;
    QTest::newRow("without quotes") << "</v2/o/n/tags/list?last=1.9&n=1000>;rel=next"_ba << second;
    QTest::newRow("capitals") << R"(</v2/o/n/tags/list?last=1.9&n=1000>; REL = "Next")"_ba << second;
    QTest::newRow("several relations") << R"(</v2/o/n/tags/list?last=1.9&n=1000>; rel="last next")"_ba << second;
    QTest::newRow("a query only") << R"(<?last=1.9&n=1000>; rel="next")"_ba << second;
    QTest::newRow("absolute") << R"(<https://ghcr.io:8443/v2/o/n/tags/list?last=1.9&n=1000>; rel="next")"_ba << second;
    QTest::newRow("from behind a proxy that ends TLS")
        << R"(<http://ghcr.io/v2/o/n/tags/list?last=1.9&n=1000>; rel="next")"_ba << second;
    QTest::newRow("a host in capitals") << R"(<https://GHCR.IO/v2/o/n/tags/list?last=1.9&n=1000>; rel="next")"_ba
                                        << second;
    QTest::newRow("the second of two")
        << R"(</v2/first>; rel="first"; title="a, b", </v2/o/n/tags/list?last=1.9&n=1000>; rel="next")"_ba << second;
    QTest::newRow("an encoded query") << R"(</v2/o/n/tags/list?last=a%2Bb%26c&n=2>; rel="next")"_ba
                                      << u"https://ghcr.io:8443/v2/o/n/tags/list?last=a%2Bb%26c&n=2"_s;
}

void LinksTest::theNextPageIsOnOurOwnOrigin()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, next);

    const auto page = nextPage({header}, asked);

    QVERIFY(page && *page);
    QCOMPARE((*page)->toString(QUrl::FullyEncoded), next);
}

void LinksTest::withoutALinkThereIsNoNextPage_data()
{
    QTest::addColumn<QByteArray>("header");

    QTest::newRow("empty") << ""_ba;
    QTest::newRow("another relation") << R"(</v2/o/n>; rel="prev")"_ba;
    QTest::newRow("no relation") << "</v2/o/n>"_ba;
    QTest::newRow("not in brackets") << R"(/v2/o/n; rel="next")"_ba;
    QTest::newRow("brackets the wrong way") << R"(>/v2/o/n<; rel="next")"_ba;
    QTest::newRow("next in a title") << R"(</v2/o/n>; title="rel=next"; rel="prev")"_ba;
}

void LinksTest::withoutALinkThereIsNoNextPage()
{
    QFETCH(QByteArray, header);

    const auto page = nextPage({header}, asked);

    QVERIFY(page);
    QCOMPARE(*page, std::nullopt);
}

void LinksTest::aHostileLinkIsAnError_data()
{
    QTest::addColumn<QByteArray>("target");

    QTest::newRow("another host") << "https://evil.test/v2/o/n/tags/list"_ba;
    QTest::newRow("without a scheme") << "//evil.test/v2/o/n/tags/list"_ba;
    QTest::newRow("a host below ours") << "https://ghcr.io.evil.test/v2/"_ba;
    QTest::newRow("the host with a dot") << "https://ghcr.io./v2/"_ba;
    QTest::newRow("our host as a user") << "https://ghcr.io@evil.test/v2/"_ba;
    QTest::newRow("a user") << "https://user:password@ghcr.io/v2/"_ba;
    QTest::newRow("a backslash") << R"(https://ghcr.io\@evil.test/v2/)"_ba;
    QTest::newRow("a file") << "file:///etc/passwd"_ba;
    QTest::newRow("a script") << "javascript:alert(1)"_ba;
    QTest::newRow("no host") << "https:///v2/"_ba;
    QTest::newRow("a line break") << "/v2/o\r\nX-Header: y"_ba;
    QTest::newRow("an encoded line break") << "/v2/o%0d%0aX-Header: y"_ba;
    QTest::newRow("nothing") << ""_ba;
}

void LinksTest::aHostileLinkIsAnError()
{
    QFETCH(QByteArray, target);

    const auto page = nextPage({'<' + target + R"(>; rel="next")"}, asked);

    QVERIFY(!page);
    QCOMPARE(page.error().kind, Error::Kind::Protocol);
}

void LinksTest::aLinkInTheSecondHeaderIsFound()
{
    const auto page = nextPage({"</a>; rel=prev"_ba, "</b>; rel=next"_ba}, asked);

    QVERIFY(page);
    QCOMPARE(*page, QUrl{u"https://ghcr.io:8443/b"_s});
}

const slipway::test::Registered<LinksTest> registered;

} // namespace slipway::http

#include "links_test.moc"
