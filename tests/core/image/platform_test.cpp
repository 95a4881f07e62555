// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/platform.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class PlatformTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllSpellingsOfAPlatform_data();
    void readsAllSpellingsOfAPlatform();
    void refusesWhatIsNoPlatform_data();
    void refusesWhatIsNoPlatform();
    void anIndexMeansTheSameAsAText();
};

void PlatformTest::readsAllSpellingsOfAPlatform_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("usual");

    QTest::newRow("amd64") << u"linux/amd64"_s << u"linux/amd64"_s;
    QTest::newRow("x86_64") << u"linux/x86_64"_s << u"linux/amd64"_s;
    QTest::newRow("amd64 v3 is more") << u"linux/amd64/v3"_s << u"linux/amd64/v3"_s;
    QTest::newRow("arm64 v8 is all there is") << u"linux/arm64/v8"_s << u"linux/arm64"_s;
    QTest::newRow("arm64 v9 is more") << u"linux/arm64/v9"_s << u"linux/arm64/v9"_s;
    QTest::newRow("aarch64") << u"linux/aarch64"_s << u"linux/arm64"_s;
    QTest::newRow("arm") << u"linux/arm"_s << u"linux/arm/v7"_s;
    QTest::newRow("arm v6") << u"linux/arm/v6"_s << u"linux/arm/v6"_s;
    QTest::newRow("capitals") << u"Linux/AMD64"_s << u"linux/amd64"_s;
    QTest::newRow("another system") << u"windows/amd64"_s << u"windows/amd64"_s;
}

void PlatformTest::readsAllSpellingsOfAPlatform()
{
    QFETCH(QString, written);

    const auto platform = Platform::parse(written);

    QVERIFY(platform);
    QTEST(text(*platform), "usual");
}

void PlatformTest::refusesWhatIsNoPlatform_data()
{
    QTest::addColumn<QString>("written");

    for (const auto &written : {u""_s, u"linux"_s, u"linux/"_s, u"/amd64"_s, u"linux/arm/v7/x"_s, u"linux/a b"_s})
        QTest::newRow(qPrintable(u"<%1>"_s.arg(written))) << written;
}

void PlatformTest::refusesWhatIsNoPlatform()
{
    QFETCH(QString, written);

    const auto platform = Platform::parse(written);

    QVERIFY(!platform);
    QCOMPARE(platform.error().kind, Error::Kind::InvalidInput);
}

void PlatformTest::anIndexMeansTheSameAsAText()
{
    QCOMPARE(Platform::of(u"linux"_s, u"arm64"_s, u"v8"_s), Platform::parse(u"linux/arm64").value());
    QCOMPARE(Platform::of(u"linux"_s, u"arm"_s, u"v7"_s), Platform::parse(u"linux/arm").value());
    QVERIFY(Platform::of(u"linux"_s, u"arm"_s, u"v6"_s) != Platform::of(u"linux"_s, u"arm"_s, u"v7"_s));
}

const slipway::test::Registered<PlatformTest> registered;
#include "platform_test.moc"
