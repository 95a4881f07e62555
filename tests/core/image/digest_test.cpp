// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/digest.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QString ofNothing = u"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_s;
const QString sha512OfNothing = u"sha512:cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                                "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"_s;

} // namespace

class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOnlyWellFormedText_data();
    void takesOnlyWellFormedText();
    void quotesWhatIsNoDigest();
    void isTheHashOfBytes();
    void tellsOtherBytesApart_data();
    void tellsOtherBytesApart();
};

void DigestTest::takesOnlyWellFormedText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDigest");

    QTest::newRow("sha256") << ofNothing << true;
    QTest::newRow("sha512") << sha512OfNothing << true;
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("no algorithm") << ofNothing.sliced(7) << false;
    QTest::newRow("capitals") << ofNothing.toUpper() << false;
    QTest::newRow("capital hex") << u"sha256:"_s + ofNothing.sliced(7).toUpper() << false;
    QTest::newRow("short") << ofNothing.chopped(1) << false;
    QTest::newRow("long") << ofNothing + u'0' << false;
    QTest::newRow("no hex") << ofNothing.chopped(1) + u'g' << false;
    QTest::newRow("digits of another script") << ofNothing.chopped(1) + u'٣' << false;
    QTest::newRow("length of the other") << u"sha512:"_s + ofNothing.sliced(7) << false;
    QTest::newRow("unknown algorithm") << u"md5:d41d8cd98f00b204e9800998ecf8427e"_s << false;
    QTest::newRow("line end") << ofNothing + u'\n' << false;
}

void DigestTest::takesOnlyWellFormedText()
{
    QFETCH(QString, text);
    QFETCH(bool, isDigest);

    const auto digest = Digest::parse(text);

    QCOMPARE(digest.has_value(), isDigest);
    if (digest)
        QCOMPARE(digest->text(), text);
}

void DigestTest::quotesWhatIsNoDigest()
{
    const auto digest = Digest::parse(u"sha256:abc");

    QVERIFY(!digest);
    QCOMPARE(digest.error().kind, Error::Kind::InvalidInput);
    QVERIFY(digest.error().message.contains("sha256:abc"_L1));
}

void DigestTest::isTheHashOfBytes()
{
    QCOMPARE(Digest::of({}).text(), ofNothing);
    QCOMPARE(Digest::of({}).shortText(), u"e3b0c44298fc"_s);
    QCOMPARE(qHash(Digest::of("a")), qHash(Digest::of("a")));
}

void DigestTest::tellsOtherBytesApart_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("sha256") << ofNothing;
    QTest::newRow("sha512") << sha512OfNothing;
}

void DigestTest::tellsOtherBytesApart()
{
    QFETCH(QString, text);
    const auto digest = Digest::parse(text).value();

    QVERIFY(digest.matches({}));
    QVERIFY(!digest.matches("x"));
}

const slipway::test::Registered<DigestTest> registered;
#include "digest_test.moc"
