// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/github/host.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::github;
using namespace Qt::StringLiterals;

class HostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameLeadsToItsApis_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("graphql");
        QTest::addColumn<QByteArray>("version");

        QTest::newRow("github.com") << u"github.com"_s << u"https://api.github.com"_s
                                    << u"https://api.github.com/graphql"_s << "2026-03-10"_ba;
        QTest::newRow("capitals") << u"GitHub.com"_s << u"https://api.github.com"_s
                                  << u"https://api.github.com/graphql"_s << "2026-03-10"_ba;
        QTest::newRow("a tenant") << u"acme.ghe.com"_s << u"https://api.acme.ghe.com"_s
                                  << u"https://api.acme.ghe.com/graphql"_s << "2026-03-10"_ba;
        QTest::newRow("a server") << u"git.acme.example"_s << u"https://git.acme.example/api/v3"_s
                                  << u"https://git.acme.example/api/graphql"_s << "2022-11-28"_ba;
        QTest::newRow("a server's port") << u"git.acme.example:8443"_s << u"https://git.acme.example:8443/api/v3"_s
                                         << u"https://git.acme.example:8443/api/graphql"_s << "2022-11-28"_ba;
        QTest::newRow("a name that only looks like it") << u"evil-github.com"_s << u"https://evil-github.com/api/v3"_s
                                                        << u"https://evil-github.com/api/graphql"_s << "2022-11-28"_ba;
    }

    void aNameLeadsToItsApis()
    {
        QFETCH(QString, name);

        const auto host = hostNamed(name);

        QVERIFY(host);
        QCOMPARE(host->name, name.toLower());
        QTEST(host->rest.toString(), "rest");
        QTEST(host->graphql.toString(), "graphql");
        QTEST(text(host->version), "version");
    }

    void anAddressOfAnApiTellsWhichGitHubItIs_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("graphql");
        QTest::addColumn<bool>("isEnterprise");

        QTest::newRow("github.com") << u"https://api.github.com/"_s << u"github.com"_s
                                    << u"https://api.github.com/graphql"_s << false;
        QTest::newRow("a tenant") << u"https://api.acme.ghe.com"_s << u"acme.ghe.com"_s
                                  << u"https://api.acme.ghe.com/graphql"_s << false;
        QTest::newRow("a server") << u"https://git.acme.example/api/v3/"_s << u"git.acme.example"_s
                                  << u"https://git.acme.example/api/graphql"_s << true;
        QTest::newRow("a server below a path") << u"https://acme.example/git/api/v3"_s << u"acme.example"_s
                                               << u"https://acme.example/git/api/graphql"_s << true;
        QTest::newRow("what stands in for github.com")
            << u"http://127.0.0.1:4000"_s << u"127.0.0.1:4000"_s << u"http://127.0.0.1:4000/graphql"_s << false;
    }

    void anAddressOfAnApiTellsWhichGitHubItIs()
    {
        QFETCH(QString, url);

        const auto host = hostAt(url);

        QVERIFY(host);
        QTEST(host->name, "name");
        QTEST(host->graphql.toString(), "graphql");
        QTEST(host->isEnterprise, "isEnterprise");
        QVERIFY(!host->rest.toString().endsWith(u'/'));
    }

    void whatIsNoHostIsRefused()
    {
        for (const auto &name : {u""_s, u"https://github.com"_s, u"github.com/acme"_s, u"me@github.com"_s,
                                 u"github.com?x"_s, u"git hub.com"_s, u"github.com:x"_s})
            QVERIFY2(!hostNamed(name), qUtf8Printable(name));
        for (const auto &url : {u""_s, u"api.github.com"_s, u"ftp://api.github.com"_s, u"https://me:x@github.com"_s})
            QVERIFY2(!hostAt(url), qUtf8Printable(url));
    }
};

const slipway::test::Registered<HostTest> registered;

#include "host_test.moc"
