// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids/repositoryid.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class RepositoryIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOwnerAndNameAndNothingElse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isId");

        QTest::newRow("usual") << u"PitchConnect/fogis-deployment"_s << true;
        QTest::newRow("dots and underscores") << u"octo-cat/.github_x.y"_s << true;
        QTest::newRow("a managed user") << u"mona_acme/web"_s << true;
        QTest::newRow("longest") << QString(39, u'a') + u'/' + QString(100, u'b') << true;
        QTest::newRow("owner too long") << QString(40, u'a') + u"/b"_s << false;
        QTest::newRow("name too long") << u"a/"_s + QString(101, u'b') << false;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("no name") << u"acme/"_s << false;
        QTest::newRow("no owner") << u"/web"_s << false;
        QTest::newRow("no slash") << u"acme"_s << false;
        QTest::newRow("two slashes") << u"acme/web/tree"_s << false;
        QTest::newRow("a URL") << u"https://github.com/acme/web"_s << false;
        QTest::newRow("a clone URL's end") << u"acme/web.git"_s << false;
        QTest::newRow("the parent folder") << u"acme/.."_s << false;
        QTest::newRow("this folder") << u"acme/."_s << false;
        QTest::newRow("encoded") << u"acme/web%2F.."_s << false;
        QTest::newRow("a query") << u"acme/web?x=1"_s << false;
        QTest::newRow("a space") << u"acme/my web"_s << false;
        QTest::newRow("a dash in front") << u"-acme/web"_s << false;
        QTest::newRow("another script") << u"аcme/web"_s << false;
        QTest::newRow("line end") << u"acme/web\n"_s << false;
    }

    void isOwnerAndNameAndNothingElse()
    {
        QFETCH(QString, text);
        QFETCH(bool, isId);

        const auto id = RepositoryId::parse(text);

        QCOMPARE(id.has_value(), isId);
        if (id)
            QCOMPARE(id->text(), text);
        else
            QCOMPARE(id.error().kind, Error::Kind::InvalidInput);
    }

    void capitalsMakeNoOtherRepository()
    {
        const auto written = *RepositoryId::parse(u"PitchConnect/Web");
        const auto lower = *RepositoryId::parse(u"pitchconnect/web");
        const auto other = *RepositoryId::parse(u"pitchconnect/web2");

        QCOMPARE(written, lower);
        QCOMPARE(qHash(written), qHash(lower));
        QVERIFY(written != other);
        QCOMPARE(written.text(), u"PitchConnect/Web"_s);
    }
};

const slipway::test::Registered<RepositoryIdTest> registered;

#include "repositoryid_test.moc"
