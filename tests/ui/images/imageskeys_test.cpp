// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/stage.h"
#include "ui/images/imagestable.h"
#include "ui/images/servicedetails.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::RowKey;

/// The Images screen by its keys, and by the mouse where that does the same.
class ImagesKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void keysDoTheirDeeds_data();
    void keysDoTheirDeeds();
    void lettersAreTextInAField();
    void goesThroughTheListByKeys();
    void everyKeyIsBoundOnce();
    void ticksByKeysAndMouse();
    void ticksDoNotCareWhichRowIsChosen();
    void copiesOneRowOrATable();
    void copiesNoReferenceThatCannotBeRead();
    void exportsWhatIsShown();
    void noCellIsAFormula();
};

void ImagesKeysTest::keysDoTheirDeeds_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("done");
    QTest::newRow("v") << int(Qt::Key_V) << u"review google-drive"_s;
    QTest::newRow("p") << int(Qt::Key_P) << u"openPullRequest google-drive"_s;
    QTest::newRow("h") << int(Qt::Key_H) << u"hold google-drive"_s;
    QTest::newRow("i") << int(Qt::Key_I) << u"ignore google-drive"_s;
    QTest::newRow("n") << int(Qt::Key_N) << u"pin google-drive"_s;
    QTest::newRow("e") << int(Qt::Key_E) << u"level google-drive"_s;
    QTest::newRow("r") << int(Qt::Key_R) << u"check google-drive"_s;
    QTest::newRow("o") << int(Qt::Key_O) << u"link https://ghcr.io/pitchconnect/google-drive-service"_s;
    QTest::newRow("Enter") << int(Qt::Key_Return) << u"review google-drive"_s;
}

void ImagesKeysTest::keysDoTheirDeeds()
{
    QFETCH(const int, key);
    QFETCH(const QString, done);
    Stage stage;
    auto &screen = stage.screen();
    screen.select(keyOf(u"google-drive"_s));
    stage.settle();
    QStringList deeds;
    const auto note = [&](const QString &deed) {
        return [&deeds, deed](const RowKey &row) { deeds.append(deed + row.service); };
    };
    const auto noteAll = [&](const QString &deed) {
        return [&deeds, deed](const QList<RowKey> &rows) {
            for (const auto &row : rows)
                deeds.append(deed + row.service);
        };
    };
    connect(&screen, &ImagesScreen::review, this, noteAll(u"review "_s));
    connect(&screen, &ImagesScreen::openPullRequest, this, noteAll(u"openPullRequest "_s));
    connect(&screen, &ImagesScreen::hold, this, note(u"hold "_s));
    connect(&screen, &ImagesScreen::ignore, this, note(u"ignore "_s));
    connect(&screen, &ImagesScreen::pin, this, note(u"pin "_s));
    connect(&screen, &ImagesScreen::level, this, note(u"level "_s));
    connect(&screen, &ImagesScreen::linkActivated, this, [&](const QString &url) { deeds.append(u"link "_s + url); });
    auto &table = in<ImagesTable>(stage);
    table.setFocus();
    stage.asked.clear();

    QTest::keyClick(&table, static_cast<Qt::Key>(key));

    QCOMPARE(deeds + stage.asked, QStringList{done});
}

void ImagesKeysTest::lettersAreTextInAField()
{
    Stage stage;
    auto &screen = stage.screen();
    const QSignalSpy reviewed(&screen, &ImagesScreen::review);
    auto &field = in<QLineEdit>(stage);
    in<ImagesTable>(stage).setFocus();
    QTest::keyClick(&in<ImagesTable>(stage), Qt::Key_Slash);
    QVERIFY(field.hasFocus());

    QTest::keyClicks(&field, u"service:queue"_s);

    QCOMPARE(field.text(), u"service:queue"_s);
    QCOMPARE(reviewed.size(), 0);
    QCOMPARE(screen.selected(), keyOf(u"queue"_s));
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString{});
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(in<ImagesTable>(stage).hasFocus());
}

void ImagesKeysTest::goesThroughTheListByKeys()
{
    Stage stage;
    auto &table = in<ImagesTable>(stage);
    table.setFocus();
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&table, key, modifiers);
        return stage.screen().selected()->service;
    };

    QCOMPARE(press(Qt::Key_J), u"match-processor"_s);
    QCOMPARE(press(Qt::Key_J), u"fogis-api-client"_s);
    QCOMPARE(press(Qt::Key_K), u"match-processor"_s);
    QCOMPARE(press(Qt::Key_G, Qt::ShiftModifier), u"logs"_s);
    QCOMPARE(press(Qt::Key_K), u"reverse-proxy"_s); // over the name of a group
    QCOMPARE(press(Qt::Key_G), u"calendar-sync"_s);
    QCOMPARE(press(Qt::Key_K), u"calendar-sync"_s);
}

void ImagesKeysTest::everyKeyIsBoundOnce()
{
    Stage stage;
    QSet<QKeySequence> keys;
    QSet<QString> names;
    const auto actions = stage.screen().findChildren<QAction *>();
    for (const auto *action : actions) {
        if (action->objectName().isEmpty())
            continue;
        QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
        names.insert(action->objectName());
        const auto shortcuts = action->shortcuts();
        for (const auto &key : shortcuts) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys.insert(key);
        }
    }
    QVERIFY(keys.size() > 15);
}

void ImagesKeysTest::ticksByKeysAndMouse()
{
    Stage stage;
    auto &screen = stage.screen();
    auto &table = in<ImagesTable>(stage);
    table.setFocus();
    screen.select(keyOf(u"google-drive"_s));
    QList<RowKey> asked;
    connect(&screen, &ImagesScreen::openPullRequest, this, [&](const QList<RowKey> &keys) { asked = keys; });

    QTest::keyClick(&table, Qt::Key_Space);
    QVERIFY(texts(stage.window()).contains(u"1 ticked"_s));
    const auto *rows = static_cast<ImagesProxy *>(table.model());
    const auto queue = table.visualRect(rows->indexOf(keyOf(u"queue"_s)));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ControlModifier, queue.center());
    QVERIFY(texts(stage.window()).contains(u"2 ticked"_s));
    const auto fogis = table.visualRect(rows->indexOf(keyOf(u"fogis-api-client"_s)));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, fogis.center()); // the box
    QVERIFY(texts(stage.window()).contains(u"3 ticked"_s));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, fogis.center());
    QCOMPARE(filledButtons(stage.window()), QStringList{u"Open pull request…"_s});
    const auto buttons = stage.window().findChildren<QPushButton *>();
    for (auto *button : buttons) {
        if (button->isVisible() && button->text() == u"Open pull request…"_s)
            button->click();
    }
    QCOMPARE(asked, (QList{keyOf(u"google-drive"_s), keyOf(u"queue"_s)}));

    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Escape);
    QVERIFY(!texts(stage.window()).contains(u"2 ticked"_s));
}

void ImagesKeysTest::ticksDoNotCareWhichRowIsChosen()
{
    Stage stage;
    auto &table = in<ImagesTable>(stage);
    table.setFocus();
    const auto ticked = keyOf(u"google-drive"_s);
    stage.screen().select(ticked);
    QTest::keyClick(&table, Qt::Key_Space);
    QList<RowKey> asked;
    connect(&stage.screen(), &ImagesScreen::openPullRequest, this, [&](const QList<RowKey> &keys) { asked = keys; });

    stage.screen().select(keyOf(u"change-detector"_s)); // there is nothing newer
    QTest::keyClick(&table, Qt::Key_P);
    QCOMPARE(asked, QList{ticked});

    asked.clear();
    stage.screen().setFilter(u"queue"_s);
    QTest::keyClick(&table, Qt::Key_P);
    QCOMPARE(asked, QList{ticked});

    asked.clear();
    stage.screen().setFilter({});
    stage.screen().select(keyOf(u"change-detector"_s));
    QTest::keyClick(&table, Qt::Key_Escape);
    QTest::keyClick(&table, Qt::Key_P);
    QVERIFY(asked.isEmpty());
}

void ImagesKeysTest::copiesOneRowOrATable()
{
    Stage stage;
    auto &table = in<ImagesTable>(stage);
    table.setFocus();
    stage.screen().select(keyOf(u"queue"_s));
    const auto copied = [] { return QGuiApplication::clipboard()->text(); };

    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied(), u"docker.io/library/redis:7.4.1-alpine"_s);
    QTest::keyClick(&table, Qt::Key_Y);
    QCOMPARE(copied(), u"queue"_s);
    QTest::keyClick(&table, Qt::Key_Space);
    stage.screen().select(keyOf(u"logs"_s));
    QTest::keyClick(&table, Qt::Key_Space);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied(),
             u"State\tService\tRunning → newest\tPull request\tUpdated\tImage\n"
             "Update ready\tqueue\t7.4.1-alpine → 7.4.2-alpine\t\t9 days\tdocker.io/library/redis:7.4.1-alpine\n"
             "Unknown\tlogs\t3.2.1\t\t\tdocker.io/grafana/loki:3.2.1"_s);
    stage.screen().deeds().of(Deed::CopyMarkdown)->trigger();
    QCOMPARE(
        copied().section(u'\n', 1, 2),
        u"|---|---|---|---|---|---|\n"
        "| Update ready | queue | 7.4.1-alpine → 7.4.2-alpine |  | 9 days | `docker.io/library/redis:7.4.1-alpine` |"_s);
}

void ImagesKeysTest::copiesNoReferenceThatCannotBeRead()
{
    auto snapshot = harbour::snapshot();
    const auto row = std::ranges::find(snapshot.rows, keyOf(u"queue"_s), &workspace::Row::key);
    QVERIFY(row != snapshot.rows.end());
    row->image = {};
    Stage stage{{1360, 860}, snapshot};
    auto &table = in<ImagesTable>(stage);
    table.setFocus();
    const auto *copy = stage.screen().deeds().of(Deed::CopyReference);
    const auto buttons = [&] {
        const auto all = in<ServiceDetails>(stage).findChildren<QToolButton *>();
        return std::ranges::count_if(all, [](const QToolButton *each) { return each->isVisible(); });
    };
    stage.screen().select(keyOf(u"logs"_s));
    const auto usual = buttons();
    QVERIFY(copy->isEnabled());

    stage.screen().select(keyOf(u"queue"_s));

    QVERIFY(!copy->isEnabled());
    QCOMPARE(copy->property("reason").toString(), u"Its image cannot be read."_s);
    QCOMPARE(buttons(), usual - 1);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier); // all that there is to say of it
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\tqueue\t"_s));
    stage.screen().setFilter(u"service:queue"_s);
    const auto markdown = stage.screen().exported(Format::Markdown);
    QVERIFY2(markdown.endsWith(" |  |\n"), markdown.constData());
}

void ImagesKeysTest::exportsWhatIsShown()
{
    Stage stage;
    stage.screen().setFilter(u"service:queue,logs"_s);

    QCOMPARE(stage.screen().exported(Format::Csv),
             u"\ufeff\"State\",\"Service\",\"Running → newest\",\"Pull request\",\"Updated\",\"Image\"\r\n"
             "\"Update ready\",\"queue\",\"7.4.1-alpine → 7.4.2-alpine\",\"\",\"9 days\","
             "\"docker.io/library/redis:7.4.1-alpine\"\r\n"
             "\"Unknown\",\"logs\",\"3.2.1\",\"\",\"\",\"docker.io/grafana/loki:3.2.1\"\r\n"_s.toUtf8());
    QCOMPARE(stage.screen().exported(Format::Markdown).count('\n'), 4);
}

void ImagesKeysTest::noCellIsAFormula()
{
    workspace::Row row;
    for (const auto &name : {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"say \"hi\", you"_s}) {
        row.key.service = name;
        const auto line = exported(Format::Csv, {&row}, {}, {}).split('\n').at(1);
        const auto quote = name.contains(u'"') ? QByteArray{} : "'"_ba;
        const QByteArray cell = '"' + quote + name.toUtf8().replace("\"", "\"\"") + '"';
        QVERIFY2(line.contains(cell), line.constData());
    }
}

namespace
{
const test::Registered<ImagesKeysTest> registered;
}

} // namespace slipway::images

#include "imageskeys_test.moc"
