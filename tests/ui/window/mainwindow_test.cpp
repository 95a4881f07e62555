// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/look/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/palette.h"
#include "ui/window/rail.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace slipway;
using namespace slipway::window;
using namespace Qt::StringLiterals;

namespace
{

/// The frame with two places, each a field, and a page without a place.
struct Framed
{
    Framed()
    {
        window.addPage(alone, {});
        window.addPlace({u"images"_s, u"Images"_s, u"nav-images"_s, [this] { return images; }});
        window.addPlace({u"review"_s, u"Review"_s, u"nav-review"_s, [this] { return review; }});
        window.addPage(images, u"images"_s);
        window.addPage(review, u"review"_s);
        window.go(u"images"_s);
        window.buildMenus();
        window.QMainWindow::show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not shown");
    }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"slipway.ini"_s), QSettings::IniFormat};
    MainWindow window{settings};
    QLineEdit *images = new QLineEdit;
    QLineEdit *review = new QLineEdit;
    QLineEdit *alone = new QLineEdit;
};

void leaveMenu()
{
    for (int steps = 0; QApplication::activePopupWidget() && steps < 3; ++steps)
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    if (auto *bar = qobject_cast<QMenuBar *>(QApplication::focusWidget()))
        QTest::keyClick(bar, Qt::Key_Escape);
    QCoreApplication::processEvents();
}

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatAPageLayOver()
    {
        Framed framed;
        framed.window.go(u"review"_s);

        framed.window.openAlone(framed.alone);
        QVERIFY(framed.alone->isVisible());
        framed.window.openAlone(framed.alone); // a second time
        framed.window.closeAlone();

        QVERIFY(framed.review->isVisible());
        QVERIFY(framed.review->hasFocus());
        framed.window.goBack(); // the page is none that one comes back to
        QVERIFY(framed.images->isVisible());
    }

    void altAloneShowsTheMenuBarForNow()
    {
        Framed framed;
        const auto *bar = framed.window.menuBar();
        QVERIFY(!bar->isVisible());

        QTest::keyPress(framed.images, Qt::Key_Alt);
        QTest::keyClick(framed.images, Qt::Key_Left, Qt::AltModifier); // a shortcut, which Alt is a part of
        QTest::keyRelease(framed.images, Qt::Key_Alt);
        QCoreApplication::processEvents();
        QVERIFY(!bar->isVisible());

        QTest::keyPress(framed.images, Qt::Key_Alt);
        QTest::keyRelease(framed.images, Qt::Key_Alt);
        QCoreApplication::processEvents();
        QVERIFY(bar->isVisible());
        leaveMenu();
        QVERIFY(!bar->isVisible());
    }

    void theMenuBarTakesThePlaceOfThePalette()
    {
        Framed framed;
        framed.window.openPalette();
        auto *palette = framed.window.findChild<Palette *>();
        QVERIFY(palette->isVisible());
        QTest::keyPress(framed.window.focusWidget(), Qt::Key_Alt);
        QTest::keyRelease(framed.window.focusWidget(), Qt::Key_Alt);
        QVERIFY(QTest::qWaitFor([&] { return framed.window.menuBar()->isVisible(); }));
        QVERIFY(!palette->isVisible());
        leaveMenu();

        framed.window.findChild<QAction *>(u"view.menuBar"_s)->trigger(); // it stays, and Alt goes there
        framed.window.openPalette();
        QTest::keyPress(framed.window.focusWidget(), Qt::Key_Alt);
        QTest::keyRelease(framed.window.focusWidget(), Qt::Key_Alt);
        QVERIFY(QTest::qWaitFor([&] { return !palette->isVisible(); }));
    }

    void f10OpensTheMenuBar()
    {
        Framed framed;
        const auto *bar = framed.window.menuBar();
        QTest::keyClick(framed.images, Qt::Key_F10);
        QVERIFY(bar->isVisible());
        QVERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Right); // the next menu
        QCoreApplication::processEvents();
        QVERIFY(bar->isVisible());
        leaveMenu();
        QVERIFY(!bar->isVisible());
    }

    void endsWithAnOpenMenu()
    {
        Framed framed;
        QTest::keyClick(framed.images, Qt::Key_F10);
        QVERIFY(QApplication::activePopupWidget());
    }

    void keepsTheMenuBarThatAPersonWanted()
    {
        Framed framed;
        QTest::keyClick(framed.images, Qt::Key_M, Qt::ControlModifier);
        QVERIFY(framed.window.menuBar()->isVisible());
        QTest::keyClick(framed.images, Qt::Key_F10);
        QVERIFY(QApplication::activePopupWidget());
        leaveMenu();
        QVERIFY(framed.window.menuBar()->isVisible());
    }

    void keepsTheMenuBarThatIsOpen()
    {
        Framed framed;
        QTest::keyClick(framed.images, Qt::Key_F10);
        framed.window.findChild<QAction *>(u"view.menuBar"_s)->trigger();
        leaveMenu();
        QVERIFY(framed.window.menuBar()->isVisible());
        QVERIFY(framed.window.findChild<QAction *>(u"view.menuBar"_s)->isChecked());
    }

    void hidesTheStatusBarForGood()
    {
        Framed framed;
        auto *action = framed.window.findChild<QAction *>(u"view.statusBar"_s);
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(!framed.window.statusBar()->isVisible());
        QVERIFY(!action->isChecked());
        const MainWindow next{framed.settings};
        QVERIFY(!next.findChild<QAction *>(u"view.statusBar"_s)->isChecked());
        QVERIFY(next.findChild<QStatusBar *>()->isHidden());
    }

    void saysThatItIsLiveInGreen()
    {
        Framed framed;
        workspace::Snapshot snapshot;
        const auto now = QDateTime::currentDateTimeUtc();
        const auto has = [&](look::Token token) {
            const auto image = framed.window.statusBar()->grab().toImage();
            for (int x = 0; x < 40; ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    if (image.pixelColor(x, y) == look::color(token))
                        return true;
                }
            }
            return false;
        };

        framed.window.show(snapshot, 60, now);
        QVERIFY(has(look::Token::Ok));
        snapshot.offlineSince = now;
        framed.window.show(snapshot, 60, now);
        QVERIFY(!has(look::Token::Ok));
        QVERIFY(has(look::Token::Attention));
    }

    void aLowWindowKeepsWhatIsLiveAlone()
    {
        Framed framed;
        framed.window.resize(900, 600);
        workspace::Snapshot snapshot;
        snapshot.refreshedAt = QDateTime::currentDateTimeUtc();
        snapshot.budget = workspace::Budget{.limit = 5000, .remaining = 4812};

        framed.window.show(snapshot, 60, snapshot.refreshedAt); // also when news come while it is low
        QStringList shown;
        const auto items = framed.window.statusBar()->findChildren<QToolButton *>();
        for (const auto *item : items) {
            if (item->isVisible())
                shown.append(item->text());
        }
        QCOMPARE(shown, QStringList{u"Polling every 60 s"_s});
    }

    void theRailLeadsBackFromAPageOverItsPlace()
    {
        Framed framed;
        auto *rail = framed.window.findChild<NavigationRail *>();
        framed.window.openAlone(framed.alone);

        QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->visualRect(rail->currentIndex()).center());

        QVERIFY(framed.images->isVisible());
    }
};

const slipway::test::Registered<MainWindowTest> registered;

#include "mainwindow_test.moc"
