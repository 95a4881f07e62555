// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/harbour.h"
#include "ui/review/changelist.h"
#include "ui/review/summary.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace slipway;
using namespace slipway::review;
using namespace Qt::StringLiterals;
namespace harbour = slipway::images::harbour;

namespace
{

/// The demo's workspace, with the pull request that was closed today, and when the checks ended.
workspace::Snapshot demo()
{
    auto snapshot = harbour::snapshot();
    for (auto &pull : snapshot.pullRequests)
        for (auto &check : pull.checks)
            check.completedAt = harbour::now().addSecs(-6 * 60);
    if (!snapshot.find(218)) {
        workspace::PullRequest closed{.number = 218, .title = u"Update queue to 8.0.1-alpine"_s};
        closed.stage = workspace::PullRequest::Stage::Closed;
        closed.endedAt = harbour::now().addSecs(-280 * 60);
        closed.moves = {{u"queue"_s, {u"7.4.1-alpine"_s}, {u"8.0.1-alpine"_s}}};
        snapshot.pullRequests.append(closed);
    }
    return snapshot;
}

const Change &changeOf(const QList<Change> &changes, const QString &name, int pullRequest)
{
    const auto found = std::ranges::find_if(
        changes, [&](const Change &change) { return change.name == name && change.pullRequest == pullRequest; });
    if (found == changes.end())
        qFatal("no such change");
    return *found;
}

workspace::PreviewedUpdate update(const QString &file, const QString &service, const QString &from, const QString &to,
                                  int commits)
{
    return {.key = {file, service}, .move = {service, {from}, {to}}, .between = workspace::Between{.count = commits}};
}

/// A preview that changes one line in each of these files.
workspace::Preview preview(const QStringList &files, const QList<workspace::PreviewedUpdate> &updates)
{
    workspace::Preview preview{.into = u"main"_s, .baseCommit = u"f494477"_s, .updates = updates};
    for (const auto &file : files)
        preview.files.append({.path = file, .before = "a\n", .after = "b\n", .places = {{.line = 1}}});
    return preview;
}

Summary summary(const QString &name, int pullRequest, const workspace::Preview &preview)
{
    const auto snapshot = demo();
    return summaryOf(changeOf(changesOf(snapshot, harbour::now()), name, pullRequest), snapshot, preview,
                     harbour::now());
}

} // namespace

class SummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void groupsChangesByWhatTheyNeed();
    void putsThemInTheOrderOfTheirServices();
    void tellsTwoServicesOfOneNameApart();
    void saysWhatAnOpenUpdateBrings();
    void warnsBeforeAMerge();
    void namesTheChecksThatRun();
    void tellsOfAPushThatIsNotOpenedYet();
    void tellsOfAReleaseThatAPatternMatches();
    void countsLines();
    void keepsTheListAModel();
};

void SummaryTest::groupsChangesByWhatTheyNeed()
{
    QStringList lines;
    std::optional<Group> group;
    const auto allChanges = changesOf(demo(), harbour::now());
    for (const auto &change : allChanges) {
        if (group != change.key.group)
            lines.append(groupName(change.key.group));
        group = change.key.group;
        lines.append(change.name + u" / "_s + change.detail);
    }
    QCOMPARE(lines, (QStringList{
                        u"Awaiting you"_s,
                        u"fogis-api-client / 1.4.2 → 1.5.0, #220"_s,
                        u"match-processor / 1.8.3 → 2.0.0, #217, major"_s,
                        u"queue / 7.4.1-alpine → 7.4.2-alpine"_s,
                        u"Under way"_s,
                        u"logo-combiner / 1.1.7 → 1.1.8, #221"_s,
                        u"Not opened yet"_s,
                        u"google-drive / latest 576136e → d3bd421"_s,
                        u"Done today"_s,
                        u"calendar-sync / 2.1.0 → 2.2.0, #219 merged"_s,
                        u"queue / 7.4.1-alpine → 8.0.1-alpine, #218 closed"_s,
                    }));
    QCOMPARE(awaitingCount(changesOf(demo(), harbour::now())), 3);
}

void SummaryTest::putsThemInTheOrderOfTheirServices()
{
    auto snapshot = demo();
    for (auto &row : snapshot.rows)
        if (row.key.service == "fogis-api-client"_L1)
            row.newestCreated = harbour::now().addYears(-1);
    const auto awaiting = [&snapshot](Order order) {
        QStringList names;
        const auto changes = changesOf(snapshot, harbour::now(), order);
        for (const auto &change : changes)
            if (change.key.group == Group::Awaiting)
                names.append(change.name);
        return names;
    };
    QCOMPARE(awaiting(Order::NewestFirst).last(), u"fogis-api-client"_s);
    QCOMPARE(awaiting(Order::ByService), (QStringList{u"fogis-api-client"_s, u"match-processor"_s, u"queue"_s}));
}

void SummaryTest::tellsTwoServicesOfOneNameApart()
{
    auto snapshot = demo();
    const auto queue = std::ranges::find(snapshot.rows, u"queue"_s, [](const auto &row) { return row.key.service; });
    auto twin = *queue;
    twin.key.project = u"tools/compose.yaml"_s;
    snapshot.rows.append(twin);
    const auto changes = changesOf(snapshot, harbour::now());

    QSet<QString> ids;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        ids.insert(changes.at(i).id());
        QVERIFY(i == 0 || changes.at(i - 1).key < changes.at(i).key);
    }
    QCOMPARE(ids.size(), 8);
    ChangeListModel model;
    for (int time = 0; time < 2; ++time) {
        model.show(changes, {});
        QCOMPARE(model.rowCount(), 4 + 8);
    }
}

void SummaryTest::saysWhatAnOpenUpdateBrings()
{
    const auto both = preview({u"docker-compose.yml"_s, u"tools/compose.yaml"_s},
                              {update(u"docker-compose.yml"_s, u"fogis-api-client"_s, u"1.4.2"_s, u"1.5.0"_s, 7),
                               update(u"tools/compose.yaml"_s, u"fogis-api-client"_s, u"1.4.2"_s, u"1.5.0"_s, 7)});
    const auto said = summary(u"fogis-api-client"_s, 220, both);
    QCOMPARE(said.title, u"Update fogis-api-client to 1.5.0"_s);
    QCOMPARE(said.chip, u"Ready to merge"_s);
    QCOMPARE(said.where, u"opened by slipway-bot 14 min ago"_s);
    QCOMPARE(said.branch, u"slipway/image/fogis-api-client → main"_s);
    QCOMPARE(said.text,
             u"One line changes in each of 2 files. It is the first minor release since 1.4.2 and brings 7 commits."_s);
    QVERIFY(!said.warning);
    QCOMPARE(said.facts.at(0), (FactLine{FactLine::Tone::Good, u"6 of 6 checks passed"_s, u"The last one at 14:26"_s}));
    QCOMPARE(said.facts.at(1), (FactLine{FactLine::Tone::Plain, u"Provenance claimed"_s,
                                         u"docker-build.yml on main, not verified here"_s}));
    QCOMPARE(said.facts.at(2), (FactLine{FactLine::Tone::Good, u"No risks found"_s, u"amd64, arm64 unchanged"_s}));
    QCOMPARE(said.facts.at(3), (FactLine{FactLine::Tone::Good, u"Can be merged"_s, u"Base is current"_s}));
}

void SummaryTest::warnsBeforeAMerge()
{
    auto major = update(u"docker-compose.yml"_s, u"match-processor"_s, u"1.8.3"_s, u"2.0.0"_s, 6);
    major.risks = {updates::Risk::Major, updates::Risk::PlatformDropped};
    major.droppedPlatforms = {Platform::parse(u"linux/arm64").value()};
    auto snapshot = demo();
    const auto row = std::ranges::find(snapshot.rows, u"match-processor"_s,
                                       [](const workspace::Row &each) { return each.key.service; });
    row->policy.platforms = {Platform::parse(u"linux/amd64").value(), Platform::parse(u"linux/arm64").value()};

    const auto said = summaryOf(changeOf(changesOf(snapshot, harbour::now()), u"match-processor"_s, 217), snapshot,
                                preview({u"docker-compose.yml"_s}, {major}), harbour::now());
    QCOMPARE(said.chip, u"Needs your approval"_s);
    QVERIFY(said.warning);
    QCOMPARE(said.warning->title, u"Two things to know before you merge"_s);
    QCOMPARE(
        said.warning->text,
        u"It is a major version: the policy stops at minor. The new image has no linux/arm64, which the policy names."_s);
    QVERIFY(said.text.isEmpty());
    QCOMPARE(said.facts.at(2).title, u"Platform dropped"_s);
    QCOMPARE(said.facts.at(2).detail, u"linux/arm64 is gone"_s);
}

void SummaryTest::namesTheChecksThatRun()
{
    const auto said =
        summary(u"logo-combiner"_s, 221,
                preview({u".env"_s}, {update(u"docker-compose.yml"_s, u"logo-combiner"_s, u"1.1.7"_s, u"1.1.8"_s, 1)}));
    QCOMPARE(said.chip, u"In progress"_s);
    QCOMPARE(said.text, u"One line changes in .env. It is the first patch release since 1.1.7 and brings 1 commit."_s);
    QCOMPARE(said.facts.at(0),
             (FactLine{FactLine::Tone::Running, u"4 of 6 checks passed"_s, u"scan and smoke-test are running"_s}));
}

void SummaryTest::tellsOfAPushThatIsNotOpenedYet()
{
    const auto said =
        summary(u"google-drive"_s, 0,
                preview({u"docker-compose.yml"_s},
                        {update(u"docker-compose.yml"_s, u"google-drive"_s, u"latest"_s, u"latest"_s, 3)}));
    QCOMPARE(said.title, u"Update google-drive to latest"_s);
    QCOMPARE(said.chip, u"Behind"_s);
    QCOMPARE(said.where, u"not opened yet"_s);
    QCOMPARE(said.branch, u"slipway/image/google-drive → main"_s);
    QCOMPARE(
        said.text,
        u"One line changes in docker-compose.yml. latest points to a newer image, pushed on 24 Nov, 09:31; it brings 3 commits."_s);
}

void SummaryTest::tellsOfAReleaseThatAPatternMatches()
{
    auto next = update(u"docker-compose.yml"_s, u"queue"_s, u"7.4.1-alpine"_s, u"7.4.2-alpine"_s, 0);
    next.between.reset();
    const auto said = summary(u"queue"_s, 0, preview({u"docker-compose.yml"_s}, {next}));
    QCOMPARE(said.text, u"One line changes in docker-compose.yml. It is the next release after 7.4.1-alpine."_s);
    QCOMPARE(said.facts.at(1).detail, u"None found"_s);
}

void SummaryTest::countsLines()
{
    QCOMPARE(linesSentence({}), u"Nothing changes."_s);
    QCOMPARE(linesSentence(preview({u"a"_s}, {}).files), u"One line changes in a."_s);
    auto files = preview({u"a"_s, u"b"_s}, {}).files;
    files[0].places.append({.line = 2});
    QCOMPARE(linesSentence(files), u"3 lines change in 2 files."_s);
}

void SummaryTest::keepsTheListAModel()
{
    ChangeListModel model;
    const QAbstractItemModelTester tester{&model};
    const auto changes = changesOf(demo(), harbour::now());
    model.show(changes, {});
    QCOMPARE(model.rowCount(), 4 + 7);
    model.show(changes, u"queue"_s);
    QCOMPARE(model.rowCount(), 2 + 2);
    model.show({}, {});
    QCOMPARE(model.rowCount(), 0);
}

static const slipway::test::Registered<SummaryTest> registered;
#include "summary_test.moc"
