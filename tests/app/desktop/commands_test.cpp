// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"
#include "ui/diff/diffview.h"
#include "ui/images/imagesscreen.h"
#include "ui/pullrequest/pullrequestscreen.h"
#include "ui/review/reviewscreen.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

void addActions(QStringList &ids, const QList<QAction *> &actions)
{
    for (const auto *action : actions) {
        if (action->menu())
            addActions(ids, action->menu()->actions());
        else if (!action->isSeparator())
            ids.append(action->objectName());
    }
}

/// What stands in the menus, by name.
QStringList inMenus(const QMainWindow &window)
{
    QStringList ids;
    addActions(ids, window.menuBar()->actions());
    return ids;
}

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

/// Keys, menus and palette know the same things to do, on every page.
class CommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreeOnEveryPage_data();
    void agreeOnEveryPage();
    void everyKeyWorksWithoutAMenuBar_data() { agreeOnEveryPage_data(); }
    void everyKeyWorksWithoutAMenuBar();
    void f5ChecksEverywhere_data() { agreeOnEveryPage_data(); }
    void f5ChecksEverywhere();
    void lettersOfTheDiffWorkInTheList();
    void questionMarkTellsTheKeys();
    void copiesTheChosenChange();

private:
    /// Opens the page that the data name.
    static QWidget *open(Stage &stage);
};

void CommandsTest::agreeOnEveryPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("prefixes");
    QTest::newRow("Images") << u"images"_s << u"images|views"_s;
    QTest::newRow("Review") << u"review"_s << u"review|diff"_s;
    QTest::newRow("New pull request") << u"pull"_s << u"pull|diff"_s;
}

QWidget *CommandsTest::open(Stage &stage)
{
    QFETCH(const QString, page);
    if (page == "images"_L1)
        return stage.program().imagesScreen();
    if (page == "review"_L1) {
        stage.press(Qt::CTRL | Qt::Key_2);
        return stage.program().reviewScreen();
    }
    if (!stage.goTo(u"google-drive"_s))
        qFatal("no google-drive");
    stage.press(Qt::Key_P);
    if (!stage.offers(u"Create pull request"_s))
        qFatal("no draft");
    return stage.program().pullRequestScreen();
}

void CommandsTest::agreeOnEveryPage()
{
    Stage stage;
    const auto *page = open(stage);
    QVERIFY(page->isVisible());
    QFETCH(const QString, prefixes);
    const QRegularExpression known{u"^(window|file|edit|view|go|help|%1)\\.[a-z][A-Za-z0-9]*$"_s.arg(prefixes)};
    const auto commands = stage.window().commands();
    QVERIFY(commands.size() > 30);

    QStringList ids;
    QSet<QKeySequence> keys;
    for (const auto *action : commands) {
        QVERIFY2(known.match(action->objectName()).hasMatch(), qPrintable(action->objectName()));
        QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
        ids.append(action->objectName());
        for (const auto &key : action->shortcuts()) {
            QVERIFY2(key.count() == 1, qPrintable(action->objectName())); // empty where a platform has none of its own
            QVERIFY2(!keys.contains(key), qPrintable(key.toString() + u' ' + action->objectName()));
            keys.insert(key);
        }
    }

    auto listed = inMenus(stage.window());
    listed.sort();
    auto all = ids;
    all.sort();
    QCOMPARE(listed, all);

    stage.press(Qt::CTRL | Qt::Key_K);
    QStringList offered;
    for (const auto *list : stage.window().findChildren<QListView *>()) {
        for (int row = 0; list->isVisible() && row < list->model()->rowCount(); ++row)
            offered.append(list->model()->index(row, 0).data().toString());
    }
    for (const auto *action : commands)
        QVERIFY2(offered.contains(plain(action->text())), qPrintable(action->objectName()));
}

/// What an action does is cut off: only whether its key comes through.
void CommandsTest::everyKeyWorksWithoutAMenuBar()
{
    Stage stage;
    auto *page = open(stage);
    QVERIFY(!stage.window().menuBar()->isVisible());
    for (auto *action : stage.window().commands()) {
        disconnect(action, &QAction::triggered, nullptr, nullptr);
        disconnect(action, &QAction::toggled, nullptr, nullptr);
        action->setEnabled(true);
    }
    // In a field letters are text.
    if (page == stage.program().pullRequestScreen())
        page->findChild<diffview::DiffView *>()->setFocus();

    int count = 0;
    for (auto *action : stage.window().commands()) {
        for (const auto &key : action->shortcuts()) {
            const QSignalSpy triggered{action, &QAction::triggered};
            stage.press(key[0]);
            QVERIFY2(triggered.size() == 1,
                     qPrintable(u"%1 %2 %3"_s.arg(key.toString(), action->objectName()).arg(triggered.size())));
            ++count;
        }
    }
    QVERIFY(count > 30);
}

void CommandsTest::f5ChecksEverywhere()
{
    Stage stage;
    open(stage);
    for (const auto key : {QKeyCombination{Qt::Key_F5}, Qt::CTRL | Qt::Key_R}) {
        const QSignalSpy started{&stage.program().session()->workspace(), &workspace::Workspace::started};

        stage.press(key);

        QCOMPARE(started.size(), 1);
        QVERIFY(stage.rests());
    }
}

void CommandsTest::lettersOfTheDiffWorkInTheList()
{
    Stage stage;
    stage.press(Qt::CTRL | Qt::Key_2);
    QVERIFY(stage.goTo(u"fogis-api-client"_s));
    QVERIFY(stage.says(u"2 files, change 1 of 2"_s));

    stage.press(Qt::Key_N);
    QVERIFY(stage.says(u"2 files, change 2 of 2"_s));
    QVERIFY(stage.currentRow().startsWith(u"fogis-api-client"_s)); // the focus stays

    stage.press(Qt::Key_Slash);
    stage.write(u"queue"_s);
    QVERIFY(!stage.isSaid(u"match-processor, blocked, 1.8.3 → 2.0.0, #217, major"_s));
}

void CommandsTest::questionMarkTellsTheKeys()
{
    for (const auto key : {QKeyCombination{Qt::Key_Question}, QKeyCombination{Qt::Key_F1}}) {
        Stage stage;
        stage.press(key);
        QVERIFY(stage.says(u"Keys of this view"_s));
        QCOMPARE(stage.missing({u"Review update"_s, u"Check all images now"_s, u"Command palette"_s}), QStringList{});
        QVERIFY(!stage.isSaid(u"Next change"_s));
        QVERIFY(!stage.isSaid(u"Save this view…"_s)); // it has no key
        stage.press(Qt::Key_Escape);
    }
}

void CommandsTest::copiesTheChosenChange()
{
    Stage stage;
    stage.press(Qt::CTRL | Qt::Key_2);
    QVERIFY(stage.goTo(u"match-processor"_s));

    stage.press(Qt::Key_Y);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"match-processor"_s);
    stage.press(Qt::CTRL | Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"match-processor\t1.8.3 → 2.0.0, #217, major"_s);
    QVERIFY(stage.isSaid(u"Copied match-processor."_s));
}

const slipway::test::Registered<CommandsTest> registered;

} // namespace slipway::desktop

#include "commands_test.moc"
