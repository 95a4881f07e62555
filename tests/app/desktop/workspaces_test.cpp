// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/statefile.h"
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"
#include "ui/review/reviewscreen.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{
namespace
{

const auto main_ = u"PitchConnect/fogis-deployment"_s;
const auto theDemo = u"This is the demo. Nothing leaves this machine."_s;
const auto side = u"PitchConnect/fogis-deployment@quay"_s; // another branch is another workspace

/// As a window manager does, the window is active again.
void closePopup(Stage &stage)
{
    if (auto *popup = QApplication::activePopupWidget()) {
        QTest::keyClick(popup, Qt::Key_Escape);
        stage.window().activateWindow();
    }
}

void connectTo(Stage &stage, const QString &branch)
{
    stage.write(QString::fromLatin1(simulator::demoToken));
    const auto fields = stage.window().findChildren<QLineEdit *>();
    stage.click(*std::ranges::find(fields, u"owner/repository"_s, &QLineEdit::placeholderText));
    stage.press(Qt::CTRL | Qt::Key_A);
    stage.write(main_);
    const auto boxes = stage.window().findChildren<QComboBox *>();
    const auto box = std::ranges::find_if(boxes, &QComboBox::isVisible);
    stage.click((*box)->lineEdit());
    stage.press(Qt::CTRL | Qt::Key_A);
    stage.press(Qt::Key_Delete);
    stage.write(branch);
    closePopup(stage); // what completes the name
    stage.click(u"Connect"_s);
    QVERIFY(stage.rests());
}

QString openName(Stage &stage)
{
    return nameOf(stage.program().session()->connection());
}

QStringList names(const QMenu &menu)
{
    QStringList names;
    for (const auto *action : menu.actions())
        names.append((action->isChecked() ? u"* "_s : QString{}) + action->text());
    return names;
}

void addBranch(test::Demo &demo)
{
    demo.repository().refs.insert(u"refs/heads/quay"_s, demo.head(u"main"_s));
}

void forgetThis(Stage &stage, const QString &name)
{
    stage.command(u"forget this workspace"_s);
    QVERIFY(stage.says(u"Forget %1?"_s.arg(name)));
    stage.click(u"Forget"_s);
}

/// Through the dialog for files, as it is without a desktop.
void exportTo(Stage &stage, const QString &path)
{
    stage.command(u"export images"_s);
    auto *dialog = stage.window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    dialog->selectFile(path);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
}

} // namespace

/// Several workspaces: one is open, the others are a key away.
class WorkspacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void goesFromOneToTheOther();
    void leavesTheDemoForTheLastOne();
    void asksWhileSomethingIsSent();
    void offersOnlyWhatCanBeDone();
    void forgetsOneAndShowsTheOther();
    void forgetsOneAndAsksForTheOther();
    void forgetsTheLastOne();
    void forgetsWhatIsStillUnderWay();
    void forgetsWhatWasRunLately();
    void takesNothingBackInAnother();
    void staysWhereItIs();
    void exportsTheImages();
    void saysWhyNothingWasWritten();
    void copiesWhatItRunsOn();
};

void WorkspacesTest::goesFromOneToTheOther()
{
    Stage stage(Stage::As::Newcomer);
    addBranch(stage.demo);
    stage.click(u"Connect…"_s);
    connectTo(stage, {});
    QCOMPARE(openName(stage), main_);
    stage.press(Qt::CTRL | Qt::Key_N);
    connectTo(stage, u"quay"_s);
    QCOMPARE(openName(stage), side);

    stage.press(Qt::CTRL | Qt::Key_Tab);
    QCOMPARE(openName(stage), main_);
    QVERIFY(stage.rests());
    QVERIFY(!stage.workspace().snapshot().problem); // the token is still known
    stage.press(Qt::CTRL | Qt::Key_Tab);
    QCOMPARE(openName(stage), side);
    stage.press(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab);
    QCOMPARE(openName(stage), main_);
    QVERIFY(stage.rests());

    stage.press(Qt::CTRL | Qt::Key_O);
    const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(names(*menu), (QStringList{u"* "_s + main_, side, {}, u"Add workspace…"_s, u"Try the demo"_s}));
    closePopup(stage);

    stage.quit();
    stage.start();

    QCOMPARE(openName(stage), main_);
    stage.press(Qt::CTRL | Qt::Key_Tab);
    QCOMPARE(openName(stage), side);
    QVERIFY(stage.says(u"Signed out"_s));
    QVERIFY(!stage.workspace().snapshot().rows.isEmpty());
}

void WorkspacesTest::leavesTheDemoForTheLastOne()
{
    Stage stage(Stage::As::Newcomer);
    stage.click(u"Connect…"_s);
    connectTo(stage, {});
    stage.command(u"try the demo"_s);
    QVERIFY(stage.says(theDemo));
    QVERIFY(stage.rests());

    stage.press(Qt::CTRL | Qt::Key_Tab);

    QCOMPARE(openName(stage), main_);
    QVERIFY(stage.rests());
    QVERIFY(!stage.program().session()->connection().isDemo);
    QVERIFY(!stage.isSaid(theDemo));

    stage.command(u"try the demo"_s); // and back
    QVERIFY(stage.says(theDemo));
}

void WorkspacesTest::asksWhileSomethingIsSent()
{
    Stage stage;
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_P);
    QVERIFY(stage.offers(u"Create pull request"_s));
    bool hasAsked = false;
    stage.demo.afterRequest = [&](const auto &request) {
        if (!request.path.endsWith("/git/trees"_L1) || std::exchange(hasAsked, true))
            return;
        stage.command(u"try the demo"_s);
    };

    stage.press(Qt::CTRL | Qt::Key_Return);

    QVERIFY(stage.says(u"Leave while a pull request is being sent?"_s));
    QVERIFY(!stage.program().session()->connection().isDemo);
    stage.click(u"Cancel"_s);
    QVERIFY(stage.says(u"Opened #222 in fogis-deployment."_s));
}

void WorkspacesTest::offersOnlyWhatCanBeDone()
{
    Stage stage(Stage::As::Newcomer);
    const auto disabled = [&] {
        QStringList ids;
        const auto commands = stage.window().commands();
        for (const auto *each : commands)
            if (!each->isEnabled())
                ids.append(each->objectName());
        ids.sort();
        return ids;
    };
    QCOMPARE(disabled(), (QStringList{u"file.exportImages"_s, u"file.forget"_s, u"file.next"_s, u"file.previous"_s,
                                      u"window.check"_s, u"window.repository"_s}));
    stage.press(Qt::Key_F5); // nothing is open that could be asked for
}

void WorkspacesTest::forgetsOneAndShowsTheOther()
{
    Stage stage(Stage::As::Newcomer);
    addBranch(stage.demo);
    stage.click(u"Connect…"_s);
    connectTo(stage, u"quay"_s);
    stage.press(Qt::CTRL | Qt::Key_N);
    connectTo(stage, {});

    forgetThis(stage, main_);

    QVERIFY(stage.until([&] { return openName(stage) == side; }));
    QVERIFY(stage.rests());
    stage.quit();
    stage.start();
    QCOMPARE(openName(stage), side);
}

/// Of which nothing is known, and for which nobody is signed in.
void WorkspacesTest::forgetsOneAndAsksForTheOther()
{
    Stage stage(Stage::As::Newcomer);
    stage.click(u"Connect…"_s);
    connectTo(stage, {});
    const auto other = workspace::connectionFrom(rememberedOf(stage.program().session()->connection()));
    stage.quit();
    auto empty = *other;
    empty.branch = *BranchName::parse(u"nowhere"_s);
    QSettings settings{stage.demo.folder.path(u"slipway.ini"_s), QSettings::IniFormat};
    WorkspaceList{settings}.putFirst(empty);
    WorkspaceList{settings}.putFirst(*other);
    settings.sync();
    stage.start();
    QCOMPARE(openName(stage), main_);

    forgetThis(stage, main_);

    QVERIFY(stage.says(u"Connect to GitHub"_s));
    QVERIFY(!stage.program().session());
    stage.press(Qt::Key_F5);
    stage.press(Qt::CTRL | Qt::Key_K);
    QVERIFY(!stage.isSaid(u"calendar-sync"_s));
    stage.press(Qt::Key_Escape);
    stage.click(u"Back"_s);
    QVERIFY(stage.says(u"Welcome to Slipway"_s));
}

void WorkspacesTest::forgetsTheLastOne()
{
    Stage stage(Stage::As::Newcomer);
    stage.click(u"Connect…"_s);
    connectTo(stage, {});

    forgetThis(stage, main_);

    QVERIFY(stage.says(u"Welcome to Slipway"_s));
    QVERIFY(!stage.program().session());
    stage.quit();
    stage.start();
    QVERIFY(stage.says(u"Welcome to Slipway"_s));
    stage.click(u"Connect…"_s); // again, from the start
    connectTo(stage, {});
    QCOMPARE(openName(stage), main_);
}

/// What a refresh finds after that is not written down, and neither is a draft.
void WorkspacesTest::forgetsWhatIsStillUnderWay()
{
    Stage stage(Stage::As::Newcomer);
    stage.click(u"Connect…"_s);
    connectTo(stage, {});
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_P);
    QVERIFY(stage.offers(u"Create pull request"_s));
    stage.write(u"My own words"_s);
    const auto reach = stage.program().session()->reach();
    stage.press(Qt::Key_F5);
    QVERIFY(stage.workspace().isRefreshing());

    forgetThis(stage, main_);

    QVERIFY(stage.until([&] { return reach.expired(); }));
    const store::StateFile state{stage.demo.folder.path(u"state.sqlite"_s)};
    QCOMPARE(state.kept(u"github.com/pitchconnect/fogis-deployment"_s, u"snapshot"_s), std::nullopt);
    const QSettings settings{stage.demo.folder.path(u"slipway.ini"_s), QSettings::IniFormat};
    QVERIFY(!settings.contains("pullRequest/draft"));
    const auto texts = stage.texts();
    QVERIFY(std::ranges::none_of(texts, [](const QString &text) { return text.startsWith("Checking"_L1); }));
}

/// The palette proposes what was run lately, services by their names.
void WorkspacesTest::forgetsWhatWasRunLately()
{
    Stage stage(Stage::As::Newcomer);
    stage.click(u"Connect…"_s);
    connectTo(stage, {});
    stage.command(u"google-drive"_s);
    const auto isRemembered = [&] {
        const QSettings settings{stage.demo.folder.path(u"slipway.ini"_s), QSettings::IniFormat};
        return settings.value("palette/recent").toStringList().join(u' ').contains("google-drive"_L1);
    };
    stage.window().close();
    QVERIFY(isRemembered());
    stage.quit();
    stage.start();

    forgetThis(stage, main_);

    QVERIFY(stage.says(u"Welcome to Slipway"_s));
    QVERIFY(!isRemembered());
    stage.window().close();
    QVERIFY(!isRemembered());
}

/// The last proposal belongs to the workspace in which it was made.
void WorkspacesTest::takesNothingBackInAnother()
{
    Stage stage(Stage::As::Newcomer);
    addBranch(stage.demo);
    stage.click(u"Connect…"_s);
    connectTo(stage, u"quay"_s);
    stage.press(Qt::CTRL | Qt::Key_N);
    connectTo(stage, {});
    QVERIFY(stage.goTo(u"google-drive"_s));
    stage.press(Qt::Key_H);
    QVERIFY(stage.says(u"Hold google-drive?"_s));
    stage.press(Qt::Key_Return);
    QVERIFY(stage.offers(u"Create pull request"_s));
    stage.press(Qt::CTRL | Qt::Key_Return);
    QVERIFY(stage.until([&] { return stage.button(u"Undo closes it"_s) != nullptr; }));

    stage.press(Qt::CTRL | Qt::Key_Tab);

    QCOMPARE(openName(stage), side);
    QVERIFY(stage.rests());
    QVERIFY(!stage.button(u"Undo closes it"_s));
    stage.press(Qt::CTRL | Qt::Key_Z);
    QVERIFY(stage.rests());
    QVERIFY(stage.demo.repository().pulls.value(222).isOpen());
}

void WorkspacesTest::staysWhereItIs()
{
    Stage stage(Stage::As::Newcomer);
    stage.click(u"Connect…"_s);
    connectTo(stage, {});
    stage.press(Qt::CTRL | Qt::Key_N);
    stage.click(u"Back"_s);
    stage.press(Qt::CTRL | Qt::Key_2);
    QVERIFY(stage.program().reviewScreen()->isVisible());

    stage.press(Qt::CTRL | Qt::Key_O);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    auto *open = menu->actions().first();
    closePopup(stage);
    open->trigger();

    QVERIFY(stage.program().reviewScreen()->isVisible());
    QVERIFY(open->isChecked());
}

void WorkspacesTest::exportsTheImages()
{
    Stage stage;
    exportTo(stage, stage.demo.folder.path(u"table.csv"_s));

    QVERIFY(stage.says(u"Wrote table.csv."_s));
    QCOMPARE(stage.demo.folder.read(u"table.csv"_s).count('\n'), 1 + stage.workspace().snapshot().rows.size());
}

void WorkspacesTest::saysWhyNothingWasWritten()
{
    Stage stage;
    const auto path = stage.demo.folder.path(u"absent/table.csv"_s);
    exportTo(stage, path);

    QVERIFY(stage.until([&] {
        const auto texts = stage.texts();
        return std::ranges::any_of(texts,
                                   [&](const QString &text) { return text.startsWith(path + u" was not written: "); });
    }));
}

void WorkspacesTest::copiesWhatItRunsOn()
{
    Stage stage;
    stage.command(u"copy diagnostics"_s);

    const auto text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(u"Qt "_s + QString::fromLatin1(qVersion())), qPrintable(text));
    QVERIFY2(text.contains(u"\nImages: 10 in 2 compose files, "_s), qPrintable(text));
    for (const auto &secret : {u"fogis"_s, u"PitchConnect"_s, u"ghp_"_s, u"calendar"_s})
        QVERIFY2(!text.contains(secret, Qt::CaseInsensitive), qPrintable(text));
}

const slipway::test::Registered<WorkspacesTest> registered;

} // namespace slipway::desktop

#include "workspaces_test.moc"
