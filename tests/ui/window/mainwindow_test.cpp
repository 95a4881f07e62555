// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/window/mainwindow.h"
#include "ui/window/rail.h"

#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

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
        window.addPlace({u"images"_s, u"Images"_s, u"nav-images"_s, images});
        window.addPlace({u"review"_s, u"Review"_s, u"nav-review"_s, review});
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
