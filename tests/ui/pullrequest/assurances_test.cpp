// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/pullrequest/assurances.h"

#include <QTest>

using namespace slipway;
using namespace slipway::pullrequest;
using namespace Qt::StringLiterals;

namespace
{

/// google-drive and queue, as the demo has them: two values in one file.
workspace::Draft draft()
{
    const auto file = u"docker-compose.yml"_s;
    workspace::Draft draft{.services = {{file, u"google-drive"_s}, {file, u"queue"_s}}};
    draft.preview = {
        .into = u"main"_s,
        .baseCommit = u"f494477c83d51f09aedb3fa1f22a686f961d739c"_s,
        .files = {{.path = file, .before = "a\nb\n", .after = "c\nd\n", .places = {{.line = 1}, {.line = 2}}}},
        .updates = {{.key = draft.services.at(0),
                     .move = {u"google-drive"_s, {u"latest"_s}, {u"latest"_s}},
                     .claimedProvenance = {.workflow = u"docker-build.yml"_s, .branch = u"main"_s}},
                    {.key = draft.services.at(1), .move = {u"queue"_s, {u"7.4.1-alpine"_s}, {u"7.4.2-alpine"_s}}}},
        .contentHash = u"cf840f65"_s + QString(56, u'0'),
    };
    return draft;
}

QStringList texts(const QList<Assurance> &assurances)
{
    QStringList texts;
    for (const auto &assurance : assurances)
        texts.append((assurance.holds ? u"✓ "_s : u"! "_s) + assurance.text);
    return texts;
}

} // namespace

class AssurancesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasLookedAt();
    void namesWhatIsUpdatedElsewhere();
    void speaksOfOneServiceAsOne();
    void saysHowMuchIsSentAndOnWhatItRests();
};

void AssurancesTest::saysWhatWasLookedAt()
{
    QCOMPARE(texts(assurancesOf(draft())),
             (QStringList{
                 u"✓ Only the two image values differ; every other byte of the file is the same"_s,
                 u"✓ Both images are in the registry; 1 of 2 claims its provenance"_s,
                 u"✓ Both images still have all their platforms"_s,
                 u"✓ No open pull request has these services"_s,
             }));
}

void AssurancesTest::namesWhatIsUpdatedElsewhere()
{
    auto three = draft();
    three.leftOut = {{{u"docker-compose.yml"_s, u"fogis-api-client"_s}, 220}};
    const auto last = assurancesOf(three).constLast();
    QCOMPARE(last, (Assurance{false, u"fogis-api-client has #220; it is updated there."_s, 220}));
}

void AssurancesTest::speaksOfOneServiceAsOne()
{
    auto one = draft();
    one.services.removeLast();
    one.preview.updates.removeLast();
    one.preview.files[0].places.removeLast();
    QCOMPARE(texts(assurancesOf(one)),
             (QStringList{
                 u"✓ Only the image value differs; every other byte of the file is the same"_s,
                 u"✓ The image is in the registry and claims its provenance"_s,
                 u"✓ The image still has all its platforms"_s,
                 u"✓ No open pull request has this service"_s,
             }));
    QCOMPARE(sizeOf(one.preview), u"1 commit, 1 file, 1 line"_s);
}

void AssurancesTest::saysHowMuchIsSentAndOnWhatItRests()
{
    QCOMPARE(sizeOf(draft().preview), u"1 commit, 1 file, 2 lines"_s);
    QCOMPARE(restsOn(draft().preview), u"Shown for main at f494477, content sha256:cf840f65"_s);
}

static const slipway::test::Registered<AssurancesTest> registered;
#include "assurances_test.moc"
