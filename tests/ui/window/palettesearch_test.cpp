// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/window/match.h"
#include "ui/window/paletteentry.h"

#include <QTest>

using namespace slipway;
using namespace slipway::window;
using namespace Qt::StringLiterals;

namespace
{

using Kind = PaletteEntry::Kind;

QList<PaletteEntry> entries()
{
    return {
        {.kind = Kind::Command, .id = u"check"_s, .name = u"Check all images now"_s},
        {.kind = Kind::Command, .id = u"review"_s, .name = u"Review update"_s, .object = u"fogis-api-client"_s},
        {.kind = Kind::Service, .id = u"api"_s, .name = u"fogis-api-client"_s, .object = u"Image, update ready"_s},
        {.kind = Kind::Service, .id = u"queue"_s, .name = u"queue"_s, .object = u"Image, held"_s},
        {.kind = Kind::PullRequest, .id = u"220"_s, .name = u"#220 Update fogis-api-client to 1.5.0"_s},
    };
}

QStringList found(const QString &typed, const QStringList &recent = {})
{
    const auto all = entries();
    QStringList ids;
    const auto hits = search(all, typed, recent);
    for (const auto &hit : hits)
        ids.append(all.at(hit.entry).id);
    return ids;
}

} // namespace

class PaletteSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLettersInTheirOrder();
    void prefersBeginningsOfWords();
    void saysWhichLettersWereMeant();
    void looksInOneKindBehindAPrefix();
    void showsWhatWasUsedLastFirst();
    void groupsWhatItFinds();
};

void PaletteSearchTest::findsLettersInTheirOrder()
{
    QVERIFY(match(u"can", u"Check all images now"));
    QVERIFY(match(u"chk", u"Check all images now"));
    QVERIFY(match(u"cnl", u"Cancel now"));
    QVERIFY(match(u"hd", u"History, hold"));
    QVERIFY(!match(u"nac", u"Check all"));
    QVERIFY(!match(u"api", u"match-processor Image, blocked")); // letters that only happen to be there
    QVERIFY(match(u"NOW check", u"Check all images now"));
    QVERIFY(match(u"", u"anything"));
}

void PaletteSearchTest::prefersBeginningsOfWords()
{
    QVERIFY(match(u"api", u"fogis-api-client")->score > match(u"api", u"a pie")->score);
    QVERIFY(match(u"queue", u"queue")->score > match(u"queue", u"the queue of all the other things")->score);
}

void PaletteSearchTest::saysWhichLettersWereMeant()
{
    QCOMPARE(match(u"api", u"fogis-api-client")->positions, (QList<qsizetype>{6, 7, 8}));

    const auto all = entries();
    const auto hits = search(all, u"api"_s, {});
    const auto review =
        std::ranges::find_if(hits, [&](const PaletteHit &hit) { return all.at(hit.entry).id == u"review"_s; });
    QVERIFY(review != hits.end());
    QCOMPARE(review->inObject, (QList<qsizetype>{6, 7, 8}));
}

void PaletteSearchTest::looksInOneKindBehindAPrefix()
{
    QCOMPARE(found(u"@"_s), (QStringList{u"api"_s, u"queue"_s}));
    QCOMPARE(found(u"#api"_s), QStringList{u"220"_s});
    QCOMPARE(found(u"> check"_s), QStringList{u"check"_s});
}

void PaletteSearchTest::showsWhatWasUsedLastFirst()
{
    QCOMPARE(found({}, {u"queue"_s, u"check"_s}).sliced(0, 2), (QStringList{u"queue"_s, u"check"_s}));
}

void PaletteSearchTest::groupsWhatItFinds()
{
    const auto hits = search(entries(), u"e"_s, {});
    QCOMPARE(hits.size(), 5);
    QCOMPARE(hits.at(0).group, u"Best matches"_s);
    QCOMPARE(hits.at(2).group, u"Best matches"_s);
    QVERIFY(hits.at(3).group != u"Best matches"_s);
}

static const slipway::test::Registered<PaletteSearchTest> registered;
#include "palettesearch_test.moc"
