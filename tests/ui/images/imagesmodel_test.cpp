// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/harbour.h"
#include "ui/images/imagesproxy.h"
#include "ui/images/lineslist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::Row;
using workspace::RowKey;
using workspace::Snapshot;
using workspace::State;

namespace
{

const auto mainFile = u"docker-compose.yml"_s;

/// What the person sees: each group with its rows below it.
QStringList seen(const ImagesProxy &rows)
{
    QStringList lines;
    for (int group = 0; group < rows.rowCount(); ++group) {
        const auto parent = rows.index(group, 0);
        lines.append(u"%1 %2"_s.arg(parent.data().toString()).arg(rows.rowCount(parent)));
        for (int row = 0; row < rows.rowCount(parent); ++row)
            lines.append(rows.rowAt(rows.index(row, 0, parent))->key.service);
    }
    return lines;
}

Snapshot only(const QList<Row> &rows)
{
    auto all = harbour::snapshot();
    all.rows = rows;
    return all;
}

} // namespace

class ImagesModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsStandInTheOrderOfNeed();
    void aSelectedRowSurvivesTheNextSnapshot();
    void anyLinesFollowAnyOthers();
    void anySnapshotFollowsAnyOther();
    void sameRowsAreNoChange();
    void aChangedPullRequestIsAChangeOfItsRow();
    void aRowThatGetsWorseTakesItsGroupAlong();
    void viewsHoldWhatTheyAreNamedFor_data();
    void viewsHoldWhatTheyAreNamedFor();
    void theFilterKnowsItsKeys_data();
    void theFilterKnowsItsKeys();
    void anotherColumnSortsWithinTheGroups();
    void ticksGoWithTheirRows();
    void screenReadersHearTheRowAsASentence();
    void groupsAreRegistryAndOwner();
};

void ImagesModelTest::rowsStandInTheOrderOfNeed()
{
    ImagesModel model;
    ImagesProxy rows(&model);
    model.setNow(harbour::now());

    model.apply(harbour::snapshot());

    QCOMPARE(seen(rows), (QStringList{u"ghcr.io/pitchconnect 7"_s, u"calendar-sync"_s, u"match-processor"_s,
                                      u"fogis-api-client"_s, u"fogis-api-client"_s, u"logo-combiner"_s,
                                      u"google-drive"_s, u"change-detector"_s, u"docker.io/library 2"_s, u"queue"_s,
                                      u"reverse-proxy"_s, u"docker.io/grafana 1"_s, u"logs"_s}));
    QCOMPARE(rows.keys().at(2).project, mainFile);
    QCOMPARE(rows.keys().at(3).project, u"tools/compose.yaml"_s);
}

void ImagesModelTest::aSelectedRowSurvivesTheNextSnapshot()
{
    ImagesModel model;
    ImagesProxy rows(&model);
    const auto all = harbour::manyRows(40).rows;
    model.apply(only(all));
    const auto key = all.at(20).key;
    const QPersistentModelIndex selected = rows.indexOf(key);

    auto next = all.sliced(7);
    next.removeAt(3);
    next[13 - 1].state = State::Failed;
    model.apply(only(next));

    QVERIFY(selected.isValid());
    QCOMPARE(rows.rowAt(selected)->key, key);
}

void ImagesModelTest::anyLinesFollowAnyOthers()
{
    LinesModel model;
    const QAbstractItemModelTester tester(&model);
    std::mt19937 chance(7); // NOLINT: the same lines each time
    for (int round = 0; round < 100; ++round) {
        QList<Line> lines;
        for (int i = 0; i < 12; ++i)
            if (chance() % 2 == 0)
                lines.append({.first = QString::number(i), .second = QString::number(chance() % 3)});
        model.apply(lines);
        QCOMPARE(model.rowCount(), int(lines.size()));
        for (int i = 0; i < lines.size(); ++i)
            QCOMPARE(model.at(model.index(i)), lines.at(i));
    }
}

void ImagesModelTest::anySnapshotFollowsAnyOther()
{
    ImagesModel model;
    ImagesProxy rows(&model);
    const QAbstractItemModelTester modelTester(&model);
    const QAbstractItemModelTester proxyTester(&rows);
    std::mt19937 chance(7); // NOLINT: the same snapshots each time
    const auto pool = harbour::manyRows(60).rows;
    for (int round = 0; round < 150; ++round) {
        QList<Row> next;
        for (auto row : pool) {
            if (chance() % 3 == 0)
                continue;
            row.state = static_cast<State>(chance() % 9);
            if (chance() % 20 == 0)
                row.image.repository.registry = u"quay.io"_s; // it moves to another group
            next.append(row);
        }
        if (round % 40 == 0)
            next.clear();
        rows.setView(static_cast<View>(chance() % viewCount));

        model.apply(only(next));

        qsizetype expected = 0;
        for (const auto &row : std::as_const(next))
            expected += belongsTo(rows.view(), row.state) ? 1 : 0;
        QCOMPARE(rows.keys().size(), expected);
        State last = State::Failed;
        for (int group = 0; group < rows.rowCount(); ++group) {
            const auto worst = rows.rowAt(rows.index(0, 0, rows.index(group, 0)))->state;
            if (rows.view() == View::All)
                QVERIFY(last <= worst);
            last = worst;
        }
    }
}

void ImagesModelTest::sameRowsAreNoChange()
{
    ImagesModel model;
    model.apply(harbour::snapshot());
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    auto next = harbour::snapshot();
    model.apply(next);
    QCOMPARE(changed.size(), 0);
    next.rows[4].releasesBehind = 9;
    model.apply(next);

    QCOMPARE(changed.size(), 2); // the row, and its group
    QCOMPARE(model.rowAt(changed.at(0).at(0).toModelIndex())->key, next.rows.at(4).key);
    QVERIFY(!model.rowAt(changed.at(1).at(0).toModelIndex()));
}

void ImagesModelTest::aChangedPullRequestIsAChangeOfItsRow()
{
    ImagesModel model;
    auto all = harbour::snapshot();
    model.apply(all);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    all.pullRequests[0].checks[5].state = workspace::Check::State::Passed; // of #221
    model.apply(all);

    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.rowAt(changed.at(0).at(0).toModelIndex())->key.service, u"logo-combiner"_s);
}

void ImagesModelTest::aRowThatGetsWorseTakesItsGroupAlong()
{
    ImagesModel model;
    ImagesProxy rows(&model);
    auto all = harbour::snapshot();
    model.apply(all);

    for (auto &row : all.rows) {
        if (row.key.service == "logs"_L1)
            row.state = State::Failed;
        else if (row.key.service == "calendar-sync"_L1)
            row.state = State::UpToDate;
    }
    model.apply(all);

    QCOMPARE(seen(rows).sliced(0, 2), (QStringList{u"docker.io/grafana 1"_s, u"logs"_s}));
}

void ImagesModelTest::viewsHoldWhatTheyAreNamedFor_data()
{
    QTest::addColumn<View>("view");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << View::All << 10;
    QTest::newRow("needs update") << View::NeedsUpdate << 6;
    QTest::newRow("failing") << View::Failing << 1;
    QTest::newRow("awaiting me") << View::AwaitingMe << 4;
}

void ImagesModelTest::viewsHoldWhatTheyAreNamedFor()
{
    QFETCH(const View, view);
    QFETCH(const int, count);
    ImagesModel model;
    ImagesProxy rows(&model);
    model.apply(harbour::snapshot());

    rows.setView(view);

    QCOMPARE(rows.keys().size(), count);
}

void ImagesModelTest::theFilterKnowsItsKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("services");

    QTest::newRow("status") << u"status:failed,held"_s << QStringList{u"calendar-sync"_s, u"reverse-proxy"_s};
    QTest::newRow("status in words") << u"status:in-progress"_s << QStringList{u"logo-combiner"_s};
    QTest::newRow("registry") << u"registry:docker.io -status:unknown"_s << QStringList{u"queue"_s, u"reverse-proxy"_s};
    QTest::newRow("repo") << u"repo:library/"_s << QStringList{u"queue"_s, u"reverse-proxy"_s};
    QTest::newRow("tag that runs") << u"tag:1.8.3"_s << QStringList{u"match-processor"_s};
    QTest::newRow("tag that is new") << u"tag:2.0.0"_s << QStringList{u"match-processor"_s};
    QTest::newRow("tags that begin alike")
        << u"tag:2.*"_s << QStringList{u"calendar-sync"_s, u"match-processor"_s, u"reverse-proxy"_s};
    QTest::newRow("policy") << u"policy:\"each push\""_s << QStringList{u"google-drive"_s};
    QTest::newRow("project") << u"project:tools"_s << QStringList{u"fogis-api-client"_s};
    QTest::newRow("service") << u"service:sync"_s << QStringList{u"calendar-sync"_s};
    QTest::newRow("bare word in the image") << u"loki"_s << QStringList{u"logs"_s};
    QTest::newRow("none") << u"status:failed tag:2"_s << QStringList{};
}

void ImagesModelTest::theFilterKnowsItsKeys()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, services);
    ImagesModel model;
    ImagesProxy rows(&model);
    model.setNow(harbour::now());
    model.apply(harbour::snapshot());
    const auto query = filter::parse(text, filterKeys());

    rows.setQuery(query);

    QCOMPARE(query.objection, QString{});
    QStringList found;
    const auto keys = rows.keys();
    for (const auto &key : keys)
        found.append(key.service);
    QCOMPARE(found, services);
}

void ImagesModelTest::anotherColumnSortsWithinTheGroups()
{
    ImagesModel model;
    ImagesProxy rows(&model);
    model.setNow(harbour::now());
    model.apply(harbour::snapshot());

    rows.sort(static_cast<int>(Column::Service), Qt::DescendingOrder);
    QCOMPARE(seen(rows).sliced(0, 3),
             (QStringList{u"ghcr.io/pitchconnect 7"_s, u"match-processor"_s, u"logo-combiner"_s}));
    QCOMPARE(seen(rows).at(8), u"docker.io/library 2"_s);
    rows.sort(static_cast<int>(Column::Updated), Qt::AscendingOrder);
    QCOMPARE(seen(rows).sliced(0, 3),
             (QStringList{u"ghcr.io/pitchconnect 7"_s, u"logo-combiner"_s, u"fogis-api-client"_s}));
    rows.sort(static_cast<int>(Column::State), Qt::DescendingOrder);
    QCOMPARE(seen(rows).sliced(0, 2), (QStringList{u"ghcr.io/pitchconnect 7"_s, u"change-detector"_s}));
}

void ImagesModelTest::ticksGoWithTheirRows()
{
    ImagesModel model;
    auto all = harbour::snapshot();
    model.apply(all);
    const auto gone = all.rows.first().key;
    const auto stays = all.rows.last().key;
    const RowKey unknown{.project = u"no"_s, .service = u"such"_s};
    QSignalSpy told{&model, &ImagesModel::ticksChanged};
    model.tick({gone, stays, unknown}, true);
    QCOMPARE(told.size(), 1);
    const QSignalSpy changed(&model, &ImagesModel::ticksChanged);

    all.rows.removeFirst();
    model.apply(all);

    QCOMPARE(model.ticked(), std::set<RowKey>{stays});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.data(model.indexOf(stays), Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    model.untickAll();
    QVERIFY(!model.data(model.indexOf(stays), Qt::CheckStateRole).isValid());
}

void ImagesModelTest::screenReadersHearTheRowAsASentence()
{
    ImagesModel model;
    model.setNow(harbour::now());
    model.apply(harbour::snapshot());
    const RowKey key{.project = mainFile, .service = u"calendar-sync"_s};

    QCOMPARE(model.data(model.indexOf(key), Qt::AccessibleTextRole).toString(),
             u"calendar-sync, failed, running 2.1.0, newest 2.2.0, failed on canary-1"_s);
    QCOMPARE(model.data(model.indexOf(key, Column::PullRequest), Qt::AccessibleTextRole).toString(), u"#219 merged"_s);
}

void ImagesModelTest::groupsAreRegistryAndOwner()
{
    QCOMPARE(groupOf({.registry = u"ghcr.io"_s, .path = u"acme/team/web"_s}), u"ghcr.io/acme"_s);
    QCOMPARE(groupOf({}), u"No image that can be read"_s);
    QCOMPARE(groupOf({.registry = u"registry.example.com:5000"_s, .path = u"web"_s}), u"registry.example.com:5000"_s);
}

namespace
{
const test::Registered<ImagesModelTest> registered;
}

} // namespace slipway::images

#include "imagesmodel_test.moc"
