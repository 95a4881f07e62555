// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids/objectid.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

// As `git hash-object` says, with and without --object-format=sha256.
const QString ofNothing = u"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"_s;
const QString ofHello = u"ce013625030ba8dba906f756967f9e9ca394464a"_s;
const QString sha256OfNothing = u"473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"_s;

} // namespace

class ObjectIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOnlyWellFormedText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isId");

        QTest::newRow("sha1") << ofNothing << true;
        QTest::newRow("sha256") << sha256OfNothing << true;
        QTest::newRow("nothing") << u""_s << false;
        QTest::newRow("shortened") << ofNothing.first(7) << false;
        QTest::newRow("short by one") << ofNothing.chopped(1) << false;
        QTest::newRow("long by one") << ofNothing + u'0' << false;
        QTest::newRow("between the two") << sha256OfNothing.first(50) << false;
        QTest::newRow("capitals") << ofNothing.toUpper() << false;
        QTest::newRow("no hex") << ofNothing.chopped(1) + u'g' << false;
        QTest::newRow("digits of another script") << ofNothing.chopped(1) + u'٣' << false;
        QTest::newRow("a branch") << u"main"_s << false;
        QTest::newRow("line end") << ofNothing.chopped(1) + u'\n' << false;
    }

    void takesOnlyWellFormedText()
    {
        QFETCH(QString, text);
        QFETCH(bool, isId);

        const auto id = ObjectId::parse(text);

        QCOMPARE(id.has_value(), isId);
        if (id)
            QCOMPARE(id->text(), text);
        else
            QCOMPARE(id.error().kind, Error::Kind::InvalidInput);
    }

    void isTheHashOfAFile()
    {
        QCOMPARE(ObjectId::ofBlob({}).text(), ofNothing);
        QCOMPARE(ObjectId::ofBlob("hello\n").text(), ofHello);
        QCOMPARE(ObjectId::ofBlob("hello\n").shortText(), u"ce01362"_s);
    }

    void tellsOtherBytesApartByEitherHash()
    {
        QVERIFY(ObjectId::parse(ofHello)->matchesBlob("hello\n"));
        QVERIFY(!ObjectId::parse(ofHello)->matchesBlob("hello"));
        QVERIFY(ObjectId::parse(sha256OfNothing)->matchesBlob({}));
        QVERIFY(!ObjectId::parse(sha256OfNothing)->matchesBlob("hello\n"));
    }
};

const slipway::test::Registered<ObjectIdTest> registered;

#include "objectid_test.moc"
