// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/look/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/rail.h"

#include <QLineEdit>
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
