// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/newer.h"

#include "tests/support/testcase.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::updates;

namespace
{

const QDate today(2026, 6, 1);

config::Policy named(const QString &name)
{
    config::Policy policy;
    if (name == "patch"_L1)
        policy.level = config::Level::Patch;
    if (name == "major"_L1)
        policy.level = config::Level::Major;
    policy.prereleases = name == "prereleases"_L1;
    return policy;
}

NewerTags newer(const config::Policy &policy, const QString &written, const QStringList &tags)
{
    const auto order = TagOrder::of(policy, written);
    return order ? order->newer(tags, today) : NewerTags{};
}

/// The newest tag that nothing holds back; empty if there is none.
QString offered(const config::Policy &policy, const QString &written, const QStringList &tags)
{
    const auto accepted = newer(policy, written, tags).tags;
    for (const auto &tag : accepted) {
        if (!tag.heldBack)
            return tag.tag;
    }
    return {};
}

} // namespace

class NewerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesAsTheContractsTableSays_data();
    void choosesAsTheContractsTableSays();
    void holdsForEver();
    void holdsUntilADayAndNotOnIt();
    void holdsUntilAVersionExists();
    void ignoresTagsAndGlobs_data();
    void ignoresTagsAndGlobs();
    void staysBelowANumber();
    void ordersByTheGroupsOfARegularExpression();
    void readsGroupsOfDigitsAsNumbersAndOthersAsBytes();
    void refusesATagThatTheExpressionDoesNotMatch();
    void refusesToFollowVersionsFromATagThatIsNone();
    void ignoresTheLevelOfCalendarVersions();
    void saysWhichStepsAreMajor();
};

void NewerTest::choosesAsTheContractsTableSays_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("newest");

    QFile file(QStringLiteral(SLIPWAY_TEST_DATA "/versions.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int row = 0;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const auto &line : lines) {
        const auto fields = line.split(u'\t');
        if (fields.size() != 5 || line.startsWith(u'#'))
            continue;
        QTest::addRow("%d %s", ++row, qPrintable(fields.at(0)))
            << fields.at(0) << fields.at(1).split(u' ') << fields.at(2) << fields.at(3) << fields.at(4);
    }
    QCOMPARE(row, 71);
}

void NewerTest::choosesAsTheContractsTableSays()
{
    QFETCH(const QString, written);
    QFETCH(const QStringList, tags);
    QFETCH(const QString, policy);
    QFETCH(const QString, answer);
    QFETCH(const QString, newest);

    if (answer == "digest"_L1) {
        QCOMPARE(followingOf(named(policy), written), Following::Digest);
        return;
    }
    const auto found = newer(named(policy), written, tags + QStringList{written}).tags;
    if (answer == "current"_L1) {
        QCOMPARE(found, QList<NewerTag>{});
    } else if (answer == "held:level"_L1) {
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.first().tag, newest);
        for (const auto &tag : found)
            QCOMPARE(tag.heldBack, Reason::Level);
    } else {
        QCOMPARE(offered(named(policy), written, tags), answer);
    }
}

void NewerTest::holdsForEver()
{
    config::Policy policy;
    policy.hold = config::HoldForever{};

    const auto found = newer(policy, u"1.0"_s, {u"1.1"_s});

    QVERIFY(found.isHeld);
    QCOMPARE(found.tags.first().heldBack, Reason::Hold);
}

void NewerTest::holdsUntilADayAndNotOnIt()
{
    config::Policy policy;
    policy.hold = today.addDays(1);
    QCOMPARE(newer(policy, u"1.0"_s, {u"1.1"_s}).tags.first().heldBack, Reason::Hold);

    policy.hold = today;
    QCOMPARE(offered(policy, u"1.0"_s, {u"1.1"_s}), u"1.1"_s);
}

void NewerTest::holdsUntilAVersionExists()
{
    config::Policy policy;
    policy.hold = config::HoldUntilVersion{u"8.4.2"_s};

    QCOMPARE(offered(policy, u"8.4.0"_s, {u"8.4.1"_s}), QString{});
    QCOMPARE(offered(policy, u"8.4.0"_s, {u"8.4.1"_s, u"8.4.2"_s}), u"8.4.2"_s);
    QCOMPARE(offered(policy, u"8.4.0"_s, {u"8.4.1"_s, u"8.5.0"_s}), u"8.5.0"_s);
    QCOMPARE(offered(policy, u"8.4.0"_s, {u"8.4.1"_s, u"9.0"_s}), QString{}); // another kind of tag does not count
}

void NewerTest::ignoresTagsAndGlobs_data()
{
    QTest::addColumn<QStringList>("ignore");
    QTest::addColumn<QString>("answer");
    QTest::newRow("one tag") << QStringList{u"1.5.2"_s} << u"1.5.1"_s;
    QTest::newRow("a glob") << QStringList{u"1.5.*"_s} << u"1.4.9"_s;
    QTest::newRow("a glob in the middle") << QStringList{u"1.*.2"_s} << u"1.5.1"_s;
    QTest::newRow("a glob whose ends would overlap") << QStringList{u"1.5*5.2"_s} << u"1.5.2"_s;
    QTest::newRow("a dot is a dot") << QStringList{u"1x5.2"_s} << u"1.5.2"_s;
    QTest::newRow("all") << QStringList{u"*"_s} << QString{};
}

void NewerTest::ignoresTagsAndGlobs()
{
    QFETCH(const QStringList, ignore);
    QFETCH(const QString, answer);
    config::Policy policy;
    policy.ignore = ignore;

    QCOMPARE(offered(policy, u"1.4.0"_s, {u"1.4.9"_s, u"1.5.1"_s, u"1.5.2"_s}), answer);
}

void NewerTest::staysBelowANumber()
{
    config::Policy policy;
    policy.level = config::Level::Major;
    policy.below = u"17"_s;

    const auto found = newer(policy, u"16.1"_s, {u"16.4"_s, u"17.0"_s, u"17.1"_s}).tags;

    QCOMPARE(found.at(0).heldBack, Reason::Below);
    QCOMPARE(found.at(1).heldBack, Reason::Below);
    QCOMPARE(offered(policy, u"16.1"_s, {u"16.4"_s, u"17.0"_s}), u"16.4"_s);
}

void NewerTest::ordersByTheGroupsOfARegularExpression()
{
    config::Policy policy;
    policy.follow = config::Follow::Regex;
    policy.match = u"main-[0-9a-f]{7}-(?<seconds>\\d+)"_s;
    policy.order = {u"seconds"_s};

    const QStringList tags{u"main-aaaaaaa-999"_s, u"main-bbbbbbb-1001"_s, u"dev-ccccccc-5000"_s,
                           u"main-ddddddd-1001-x"_s};

    QCOMPARE(offered(policy, u"main-1a2b3c4-1000"_s, tags), u"main-bbbbbbb-1001"_s);
}

void NewerTest::readsGroupsOfDigitsAsNumbersAndOthersAsBytes()
{
    config::Policy policy;
    policy.follow = config::Follow::Regex;
    policy.match = u"(?<line>[a-z]+)-(?<build>[0-9a-z]+)"_s;
    policy.order = {u"line"_s, u"build"_s};

    QCOMPARE(offered(policy, u"a-9"_s, {u"a-10"_s}), u"a-10"_s);
    QCOMPARE(offered(policy, u"a-9x"_s, {u"a-10x"_s}), QString{});
    QCOMPARE(offered(policy, u"a-99"_s, {u"b-1"_s, u"a-100"_s}), u"b-1"_s);
}

void NewerTest::refusesATagThatTheExpressionDoesNotMatch()
{
    config::Policy policy;
    policy.follow = config::Follow::Regex;
    policy.match = u"main-(?<n>\\d+)"_s;
    policy.order = {u"n"_s};

    QVERIFY(!TagOrder::of(policy, u"v1.0.0"_s));
    QVERIFY(!TagOrder::of(policy, u"xmain-1"_s));
}

void NewerTest::refusesToFollowVersionsFromATagThatIsNone()
{
    config::Policy policy;
    policy.follow = config::Follow::Semver;

    QVERIFY(!TagOrder::of(policy, u"latest"_s));
    QVERIFY(TagOrder::of(policy, u"1.2"_s));
}

void NewerTest::ignoresTheLevelOfCalendarVersions()
{
    config::Policy policy;
    policy.follow = config::Follow::Calver;
    policy.level = config::Level::Patch;

    QCOMPARE(offered(policy, u"24.04"_s, {u"26.10"_s}), u"26.10"_s);
}

void NewerTest::saysWhichStepsAreMajor()
{
    const auto found = newer(named(u"major"_s), u"1.2"_s, {u"1.3"_s, u"2.0"_s}).tags;

    QVERIFY(found.at(0).growsMajor);
    QVERIFY(!found.at(1).growsMajor);
}

const slipway::test::Registered<NewerTest> registered;

#include "newer_test.moc"
