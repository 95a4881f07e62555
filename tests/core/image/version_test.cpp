// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/version.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// All parts of a version as a text: "<prefix> 1.2.3 rc:1 #bare r:5 commit variant pieces".
QString parts(const Version &version)
{
    const QStringList preReleases{u"dev"_s, u"a"_s, u"b"_s, u"m"_s, u"rc"_s};
    QStringList numbers;
    for (const auto number : version.numbers)
        numbers << number.toString();
    QStringList all;
    if (!version.prefix.isEmpty() || version.hasV)
        all << u'<' + version.prefix + (version.hasV ? u">v"_s : u">"_s);
    all << numbers.join(u'.');
    for (const auto &preRelease : version.preReleases)
        all << preReleases.at(preRelease.rank) + u':' + preRelease.number;
    if (version.bareCounter)
        all << u'#' + *version.bareCounter;
    for (const auto &counter : version.counters)
        all << counter.letters + u':' + counter.number;
    if (version.hasCommit)
        all << u"commit"_s;
    for (const auto piece : version.variant)
        all << piece.toString();
    return all.join(u' ');
}

Version version(const QString &tag)
{
    return parseVersion(tag).value();
}

} // namespace

class VersionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheShapeOfATag_data();
    void readsTheShapeOfATag();
    void isNoVersionWithoutANumber_data();
    void isNoVersionWithoutANumber();
    void comparesOnlyTagsOfOneKind_data();
    void comparesOnlyTagsOfOneKind();
    void ordersFromOldToNew_data();
    void ordersFromOldToNew();
    void tellsCalendarsAndSerials_data();
    void tellsCalendarsAndSerials();
    void partsSurviveACopy();
};

void VersionTest::readsTheShapeOfATag_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("shape");

    const auto row = [](const QString &tag, const QString &shape) { QTest::newRow(qPrintable(tag)) << tag << shape; };
    // numbers and prefix
    row(u"1"_s, u"1"_s);
    row(u"1.2.3"_s, u"1.2.3"_s);
    row(u"v1.2.3"_s, u"<>v 1.2.3"_s);
    row(u"release-1.2.3"_s, u"<release-> 1.2.3"_s);
    row(u"version-v24.12"_s, u"<version->v 24.12"_s);
    row(u"dev1.2"_s, u"<dev> 1.2"_s);
    row(u"1.2."_s, u"1.2"_s);
    row(u"pg15-v1.4.0"_s, u"<pg15->v 1.4.0"_s);
    row(u"arm64v8-2.3.0"_s, u"<arm64v8-> 2.3.0"_s);
    row(u"pg15-alpine-1.4.0"_s, u"<pg15-alpine-> 1.4.0"_s);
    row(u"pg15-4"_s, u"<pg> 15 #4"_s);
    row(u"v8-1.2.3"_s, u"<>v 8 1 2 3"_s);
    row(u"jdk17-alpine3.20"_s, u"<jdk> 17 alpine3 20"_s);
    // dates
    row(u"2025-08-05"_s, u"2025.08.05"_s);
    row(u"2025_08_05-slim"_s, u"2025.08.05 slim"_s);
    row(u"2025-08-05T10-11-12Z"_s, u"2025.08.05.10.11.12"_s);
    row(u"REL.2026-03-01T08-00-00Z"_s, u"<REL.> 2026.03.01.08.00.00"_s);
    row(u"2025-08-05-1"_s, u"2025.08.05 #1"_s);
    row(u"2025-08-05-1a2b3c4"_s, u"2025.08.05 commit"_s);
    row(u"2025-08-051"_s, u"2025 08 051"_s);
    row(u"2025-08"_s, u"2025 #08"_s);
    row(u"2024.01.15-abcdef1"_s, u"2024.01.15 commit"_s);
    row(u"20.04-20260101"_s, u"20.04 #20260101"_s);
    // pre-releases
    row(u"1.2.3-rc.1-alpine"_s, u"1.2.3 rc:1 alpine"_s);
    row(u"1.18rc1"_s, u"1.18 rc:1"_s);
    row(u"8.1.0RC1-apache"_s, u"8.1.0 rc:1 apache"_s);
    row(u"8.1.0alpha2-apache"_s, u"8.1.0 a:2 apache"_s);
    row(u"1.0.0-beta.2-jdk17"_s, u"1.0.0 b:2 jdk17"_s);
    row(u"21-ea-32"_s, u"21 m:32"_s);
    row(u"5.0.0-M2"_s, u"5.0.0 m:2"_s);
    row(u"3.7.0a2"_s, u"3.7.0 a:2"_s);
    row(u"3.7.0a1234567"_s, u"3.7.0 a:1234567"_s);
    row(u"1.0.0-nightly.20260101"_s, u"1.0.0 dev:20260101"_s);
    row(u"1.0.0-SNAPSHOT"_s, u"1.0.0 dev:"_s);
    row(u"1.0.0-rc"_s, u"1.0.0 rc:"_s);
    row(u"1.0.0-b"_s, u"1.0.0 b"_s);
    row(u"1.0.0-a.2"_s, u"1.0.0 a 2"_s);
    row(u"1.0.0-beta.2-rc.1"_s, u"1.0.0 b:2 rc:1"_s);
    row(u"1.0.0-rc1-2"_s, u"1.0.0 rc:1 #2"_s);
    row(u"1.0.0-rc1beta"_s, u"1.0.0 rc1beta"_s);
    // counters
    row(u"3.4.6-debian-9-r24"_s, u"3.4.6 r:24 debian 9"_s);
    row(u"1.2.3-alpine-r5"_s, u"1.2.3 r:5 alpine"_s);
    row(u"3.19.1-ls5"_s, u"3.19.1 ls:5"_s);
    row(u"0.9-u50-r1"_s, u"0.9 u:50 r:1"_s);
    row(u"8u412-jre"_s, u"8 u:412 jre"_s);
    row(u"1.2.3.post4"_s, u"1.2.3 post:4"_s);
    row(u"8.6-990"_s, u"8.6 #990"_s);
    row(u"v1.2.3_1"_s, u"<>v 1.2.3 #1"_s);
    row(u"17.0.2_8-jre"_s, u"17.0.2 #8 jre"_s);
    row(u"1.2.3-1-alpine"_s, u"1.2.3 1 alpine"_s);
    row(u"1.2.3-r5-1"_s, u"1.2.3 r:5 1"_s);
    row(u"1.2.3_4_5"_s, u"1.2.3 #4 5"_s);
    row(u"1.2.3-5-g"_s, u"1.2.3 5 g"_s);
    // commits
    row(u"2.0.330-63-gc1cfb6864"_s, u"2.0.330 #63 commit"_s);
    row(u"2.0.330-63-g1234567"_s, u"2.0.330 #63 commit"_s);
    row(u"2026.1.9-3f0c2ab"_s, u"2026.1.9 commit"_s);
    row(u"1.43.3.10861-07dfddaeb"_s, u"1.43.3.10861 commit"_s);
    row(u"main-1204-1a2b3c4"_s, u"<main-> 1204 commit"_s);
    row(u"1.2.3-deadbeef"_s, u"1.2.3 deadbeef"_s);
    row(u"1.2.3-1234567"_s, u"1.2.3 #1234567"_s);
    row(u"1.2.3-gcc13"_s, u"1.2.3 gcc13"_s);
    // variants
    row(u"24.08.83802.minimal"_s, u"24.08.83802 minimal"_s);
    row(u"4.0.13-24-trixie"_s, u"4.0.13 24 trixie"_s);
    row(u"8.0-windowsservercore-ltsc2022"_s, u"8.0 windowsservercore ltsc2022"_s);
    row(u"16.4-alpine3.20"_s, u"16.4 alpine3 20"_s);
    row(u"1.2.3--alpine"_s, u"1.2.3 alpine"_s);
}

void VersionTest::readsTheShapeOfATag()
{
    QFETCH(QString, tag);

    const auto version = parseVersion(tag);

    QVERIFY(version);
    QTEST(parts(*version), "shape");
}

void VersionTest::isNoVersionWithoutANumber_data()
{
    QTest::addColumn<QString>("tag");

    for (const auto &tag : {u""_s, u"latest"_s, u"stable-alpine"_s, u"1a2b3c4"_s, u"sha-1a2b3c4"_s, u"main-1a2b3c4"_s,
                            u"main-g1a2b3c4"_s, u"dev_0f0f0f0"_s, u"-"_s, u"٣"_s})
        QTest::newRow(qPrintable(tag)) << tag;
}

void VersionTest::isNoVersionWithoutANumber()
{
    QFETCH(QString, tag);

    QVERIFY(!parseVersion(tag));
}

void VersionTest::comparesOnlyTagsOfOneKind_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("there"); // the other may take the place of the written one
    QTest::addColumn<bool>("back");

    const auto row = [](const QString &written, const QString &other, bool there, bool back) {
        QTest::newRow(qPrintable(written + u" / " + other)) << written << other << there << back;
    };
    row(u"1.2.3"_s, u"v1.2.4"_s, true, true);
    row(u"1.2"_s, u"1.2.3"_s, false, false);
    row(u"release-1.2"_s, u"1.2"_s, false, false);
    row(u"release-1.2"_s, u"release-v1.3"_s, true, true);
    row(u"1.2-alpine"_s, u"1.3-alpine"_s, true, true);
    row(u"1.2-alpine"_s, u"1.3"_s, false, false);
    row(u"1.2-alpine3.20"_s, u"1.3-alpine3.21"_s, false, false);
    row(u"1.2-debian-12"_s, u"1.3-debian"_s, false, false);
    row(u"1.2-Alpine"_s, u"1.2-alpine"_s, false, false);
    row(u"1.2-1"_s, u"1.3"_s, true, false);
    row(u"1.2_1-jre"_s, u"1.3-jre"_s, true, false);
    row(u"1.2-r1"_s, u"1.3"_s, false, false);
    row(u"1.2-r1"_s, u"1.3-R2"_s, true, true);
    row(u"1.2-u1-r1"_s, u"1.2-r1-u1"_s, false, false);
    row(u"1.2-1a2b3c4"_s, u"1.3-gabc1234"_s, true, true);
    row(u"1.2-1a2b3c4"_s, u"1.3"_s, false, false);
    row(u"1.2-rc1"_s, u"1.3"_s, true, true);
    row(u"2025-08-05"_s, u"2025-08-05T10-11-12Z"_s, false, false);
    row(u"10.11.4"_s, u"2021.12.16"_s, false, false);
    row(u"1899.1"_s, u"1900.1"_s, false, false);
    row(u"1900.1"_s, u"99999.1"_s, true, true);
    row(u"57"_s, u"2026"_s, true, true);
    row(u"20260101"_s, u"2026"_s, false, false);
    row(u"20260101"_s, u"202601011200"_s, true, true);
}

void VersionTest::comparesOnlyTagsOfOneKind()
{
    QFETCH(QString, written);
    QFETCH(QString, other);

    QTEST(comparable(version(written), version(other)), "there");
    QTEST(comparable(version(other), version(written)), "back");
}

void VersionTest::ordersFromOldToNew_data()
{
    QTest::addColumn<QStringList>("tags");

    QTest::newRow("numbers") << QStringList{u"1.2.3"_s, u"1.2.10"_s, u"1.10.0"_s, u"2.0.0"_s};
    QTest::newRow("any length") << QStringList{u"9.1"_s, u"99999999999999999999.1"_s, u"100000000000000000000.0"_s};
    QTest::newRow("pre-releases") << QStringList{u"1.0-nightly.20260101"_s,
                                                 u"1.0-alpha"_s,
                                                 u"1.0a2"_s,
                                                 u"1.0-beta.1"_s,
                                                 u"1.0-M1"_s,
                                                 u"1.0-rc"_s,
                                                 u"1.0-rc9"_s,
                                                 u"1.0-rc.10"_s,
                                                 u"1.0"_s};
    QTest::newRow("several pre-releases")
        << QStringList{u"1.0-beta.2-dev.1"_s, u"1.0-beta.2-rc.1"_s, u"1.0-beta.2"_s, u"1.0-beta.3-rc.1"_s};
    QTest::newRow("counters") << QStringList{u"1.0"_s, u"1.0-2"_s, u"1.0-10"_s, u"1.1"_s};
    QTest::newRow("left counter first") << QStringList{u"1-u9-r2"_s, u"1-u10-r1"_s, u"1-u10-r2"_s};
    QTest::newRow("counters of pre-releases") << QStringList{u"1.0-rc1"_s, u"1.0-rc1-2"_s, u"1.0-rc2"_s, u"1.0-1"_s};
    QTest::newRow("dates") << QStringList{u"2025-06-03"_s, u"2025-08-05"_s, u"2025-10-01"_s};
}

void VersionTest::ordersFromOldToNew()
{
    QFETCH(QStringList, tags);

    for (qsizetype i = 0; i < tags.size(); ++i) {
        for (qsizetype j = 0; j < tags.size(); ++j) {
            const auto order = compare(version(tags.at(i)), version(tags.at(j)));
            QVERIFY2(order == (i <=> j), qPrintable(tags.at(i) + u" / " + tags.at(j)));
        }
    }
}

void VersionTest::tellsCalendarsAndSerials_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<bool>("isCalendar");

    QTest::newRow("version") << u"1.2.3"_s << false;
    QTest::newRow("year") << u"2026.1"_s << true;
    QTest::newRow("first year") << u"1900.1"_s << true;
    QTest::newRow("last year") << u"2199.1"_s << true;
    QTest::newRow("before years") << u"1899.1"_s << false;
    QTest::newRow("behind years") << u"2200.1"_s << false;
    QTest::newRow("short year") << u"24.04"_s << false;
    QTest::newRow("date") << u"20260101"_s << true;
    QTest::newRow("date and number") << u"20260101.2"_s << true;
    QTest::newRow("date in parts") << u"2026-01-01"_s << true;
    QTest::newRow("serial") << u"main-100"_s << true;
    QTest::newRow("small number") << u"main-99"_s << false;
    QTest::newRow("large first number") << u"100.1"_s << false;
}

void VersionTest::tellsCalendarsAndSerials()
{
    QFETCH(QString, tag);

    QTEST(version(tag).isCalendar(), "isCalendar");
}

void VersionTest::partsSurviveACopy()
{
    std::optional<Version> original = parseVersion(u"release-1.2.3-rc.1-%1-r5"_s.arg(u"alpine"_s));
    const Version copy = *original;
    const Version moved = std::move(*original);
    original.reset();

    QCOMPARE(parts(copy), u"<release-> 1.2.3 rc:1 r:5 alpine"_s);
    QCOMPARE(parts(moved), parts(copy));
}

const slipway::test::Registered<VersionTest> registered;
#include "version_test.moc"
