// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/updates/policytext.h"
#include "core/updates/pullmarker.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace slipway;
using namespace slipway::updates;
using namespace Qt::StringLiterals;

namespace
{

const QString hash = u"sha256:"_s + QString(64, u'a');
const auto base = *ObjectId::parse(QString(40, u'b'));

UpdateMarker marker()
{
    return {.service = u"api"_s, .from = {u"1.4.2"_s, *Digest::parse(hash)}, .to = {u"1.5.0"_s}, .base = base};
}

} // namespace

class PullMarkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const auto line = markerLine(marker());
        const PolicyMarker policy{u"api"_s, u"hold"_s, u"2026-12-01"_s, base};

        const auto read =
            readMarkers(u"Some text.\r\n\r\n"_s + line + u"\r\n"_s + markerLine(policy) + u"\nThe end."_s);

        QCOMPARE(read, (Markers{{marker()}, {policy}}));
    }

    void itEndsWhereItShall()
    {
        auto hostile = marker();
        hostile.service = u"--><script>-- >\"\\"_s;

        const auto line = markerLine(hostile);

        QCOMPARE(line.indexOf(u"-->"_s), line.size() - 3);
        QCOMPARE(readMarkers(line).updates.value(0, marker()), hostile);
    }

    void whatIsNoWholeMarkerDoesNotCount_data()
    {
        QTest::addColumn<QString>("line");
        const auto good = markerLine(marker());
        QTest::newRow("no JSON") << u"<!-- slipway:{ -->"_s;
        QTest::newRow("cut") << good.chopped(2);
        QTest::newRow("another one's") << QString{good}.replace(u"slipway:"_s, u"renovate:"_s);
        QTest::newRow("no base") << QString{good}.replace(u"\"base\""_s, u"\"case\""_s);
        QTest::newRow("a base that is none") << QString{good}.replace(base.text(), u"main"_s);
        QTest::newRow("a tag that is none") << QString{good}.replace(u"1.5.0"_s, u"1 5 0"_s);
        QTest::newRow("a digest that is none") << QString{good}.replace(hash, u"sha256:abc"_s);
        QTest::newRow("nothing to go to") << QString{good}.replace(u"1.5.0"_s, u""_s);
        QTest::newRow("no service") << QString{good}.replace(u"\"api\""_s, u"\"\""_s);
        QTest::newRow("a service of two lines") << QString{good}.replace(u"\"api\""_s, u"\"a\\npi\""_s);
        QTest::newRow("within a sentence") << u"See "_s + good;
        QTest::newRow("the shortest") << u"<!-- slipway: -->"_s;
        QTest::newRow("shorter") << u"<!-- slipway:-->"_s;
    }

    void whatIsNoWholeMarkerDoesNotCount()
    {
        QFETCH(QString, line);

        QCOMPARE(readMarkers(line), Markers{});
    }

    void thereAreAtMostSoMany()
    {
        const QString line = markerLine(marker()) + u'\n';

        QCOMPARE(readMarkers(line.repeated(2000)).updates.size(), 1000);
    }

    void aPinnedTagIsATagADigestOrBoth()
    {
        for (const auto &good : {u"1.4.2"_s, QString{u"1.4.2@"_s + hash}, QString{u'@' + hash}}) {
            const auto pinned = parsePinnedTag(good);
            QVERIFY2(pinned, qUtf8Printable(good));
            QCOMPARE(text(*pinned), good);
        }
        for (const auto &bad : {u""_s, u"@"_s, u"1.4.2@"_s, u"a b"_s, QString{hash}, QString{u"x@y@"_s + hash}})
            QVERIFY2(!parsePinnedTag(bad), qUtf8Printable(bad));
    }

    void aPolicyIsProposedInWords_data()
    {
        QTest::addColumn<PolicyChange>("change");
        QTest::addColumn<QString>("title");
        using Key = PolicyChange::Key;

        const auto row = [](Key key, const QString &value, const QString &title) {
            QTest::newRow(qUtf8Printable(title)) << PolicyChange{u"google-drive"_s, key, value} << title;
        };
        row(Key::Hold, u"2026-12-01"_s, u"Hold google-drive until 1 Dec 2026"_s);
        row(Key::Hold, u"true"_s, u"Hold google-drive"_s);
        row(Key::Hold, u"8.4.2"_s, u"Hold google-drive until 8.4.2"_s);
        row(Key::Hold, {}, u"Hold google-drive no longer"_s);
        row(Key::Ignore, u"1.4.0"_s, u"Ignore 1.4.0 of google-drive"_s);
        row(Key::Ignore, {}, u"Ignore no version of google-drive"_s);
        row(Key::Level, u"patch"_s, u"google-drive: patch releases only"_s);
        row(Key::Level, u"minor"_s, u"google-drive: minor and patch releases"_s);
        row(Key::Level, u"major"_s, u"google-drive: all releases, major ones too"_s);
        row(Key::Level, {}, u"google-drive: releases as the default says"_s);
        row(Key::Pin, u"always"_s, u"Pin google-drive by digest"_s);
        row(Key::Pin, u"never"_s, u"Do not pin google-drive by digest"_s);
        row(Key::Pin, u"keep"_s, u"Keep the digest of google-drive where it has one"_s);
        row(Key::Pin, {}, u"Pin google-drive as the default says"_s);
    }

    void aPolicyIsProposedInWords()
    {
        QFETCH(PolicyChange, change);

        const auto proposed = policyTextFor({change});

        QVERIFY(proposed);
        QTEST(proposed->title, "title");
        QCOMPARE(proposed->labels, QStringList{u"policy"_s});
        QVERIFY(proposed->body.endsWith(u"\n\nOpened with Slipway.\n"_s));
        const auto read = readMarkers(bodyWithMarkers(proposed->body, {change}, base));
        QCOMPARE(read.policies, (QList<PolicyMarker>{{change.service, text(change.key), change.value, base}}));
    }

    void severalPoliciesAreOneProposal()
    {
        using Key = PolicyChange::Key;
        const PolicyChange hold{u"api"_s, Key::Hold, u"true"_s};
        const PolicyChange pin{u"api"_s, Key::Pin, u"always"_s};
        const PolicyChange other{u"web"_s, Key::Pin, u"always"_s};

        QCOMPARE(policyTitle({hold, pin}), u"Change the policy of api"_s);
        QCOMPARE(policyTitle({hold, pin, other}), u"Change the policies of api and web"_s);
        QVERIFY(!policyTextFor({}));
        QVERIFY(policyTextFor({hold, other})->body.contains(u"- Hold api\n- Pin web by digest\n"_s));
    }
};

const slipway::test::Registered<PullMarkerTest> registered;

#include "pullmarker_test.moc"
