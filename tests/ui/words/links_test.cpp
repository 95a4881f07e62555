// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/links.h"

#include "tests/support/testcase.h"

#include <QDesktopServices>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::words
{

/// Stands in for the desktop: keeps what would be opened.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    Desktop()
    {
        for (const auto *scheme : {"https", "http", "file"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "open");
    }

    ~Desktop() override
    {
        for (const auto *scheme : {"https", "http", "file"})
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class LinksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyKnownHostsOpenUnasked_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<LinkVerdict>("verdict");
        QTest::newRow("known") << u"https://github.com/acme/api/pull/220"_s << LinkVerdict::Open;
        QTest::newRow("known, in capitals") << u"https://GitHub.com/acme"_s << LinkVerdict::Open;
        QTest::newRow("below a known one") << u"https://evil.github.com/"_s << LinkVerdict::Ask;
        QTest::newRow("begins like it") << u"https://github.com.evil.test/"_s << LinkVerdict::Ask;
        QTest::newRow("another port") << u"https://github.com:8443/"_s << LinkVerdict::Ask;
        QTest::newRow("looks like it") << u"https://gıthub.com/"_s << LinkVerdict::Ask;
        QTest::newRow("a name before it") << u"https://github.com@evil.test/"_s << LinkVerdict::Refuse;
        QTest::newRow("http") << u"http://github.com/"_s << LinkVerdict::Refuse;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << LinkVerdict::Refuse;
        QTest::newRow("a share") << u"\\\\evil.test\\share"_s << LinkVerdict::Refuse;
        QTest::newRow("smb") << u"smb://evil.test/share"_s << LinkVerdict::Refuse;
        QTest::newRow("a script") << u"javascript:alert(1)"_s << LinkVerdict::Refuse;
        QTest::newRow("no host") << u"https:///x"_s << LinkVerdict::Refuse;
        QTest::newRow("nothing") << u""_s << LinkVerdict::Refuse;
    }

    void onlyKnownHostsOpenUnasked()
    {
        QFETCH(const QString, link);
        QTEST(judge(link, {.knownHosts = {u"github.com"_s, u"docs.github.com"_s}}), "verdict");
    }

    void theQuestionNamesTheRealHost()
    {
        QCOMPARE(hostOf(u"https://gıthub.com/acme"_s), u"xn--gthub-n4a.com"_s);
        QCOMPARE(hostOf(u"https://github.com:8443/"_s), u"github.com:8443"_s);
    }

    void theDemoLeadsNowhere()
    {
        QCOMPARE(judge(u"https://github.com/acme"_s, {.knownHosts = {u"github.com"_s}, .isDemo = true}),
                 LinkVerdict::Demo);
    }

    void onlyHttpsReachesTheBrowser()
    {
        const Desktop desktop;

        QVERIFY(openInBrowser(u"https://github.com/acme"_s));
        QVERIFY(!openInBrowser(u"http://github.com/acme"_s));
        QVERIFY(!openInBrowser(u"file:///etc/passwd"_s));

        QCOMPARE(desktop.opened, QList{QUrl(u"https://github.com/acme"_s)});
    }
};

namespace
{
const test::Registered<LinksTest> registered;
}

} // namespace slipway::words

#include "links_test.moc"
