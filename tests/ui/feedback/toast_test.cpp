// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/toast.h"

#include "tests/support/testcase.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::feedback
{

class ToastTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itGoesBySelf()
    {
        QWidget page;
        page.show();
        Toast toast(&page);
        auto *timer = toast.findChild<QTimer *>();
        QCOMPARE(timer->interval(), 6000);
        timer->setInterval(0);

        toast.show(u"Opened #220 in fogis-deployment."_s);

        QVERIFY(QTest::qWaitFor([&] { return toast.isHidden(); }));
    }

    void itStaysWhileTheFocusIsOnIt()
    {
        QWidget page;
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        Toast toast(&page);
        const auto *timer = toast.findChild<QTimer *>();
        toast.show(u"google-drive is held."_s, u"Undo"_s);

        toast.actionButton()->setFocus(Qt::TabFocusReason);
        QVERIFY(!timer->isActive());
        toast.actionButton()->clearFocus();
        QVERIFY(timer->isActive());
    }

    void itStaysWhileThePointerIsOnIt()
    {
        QWidget page;
        page.show();
        Toast toast(&page);
        const auto *timer = toast.findChild<QTimer *>();
        toast.show(u"google-drive is held."_s);

        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QApplication::sendEvent(&toast, &enter);
        QVERIFY(!timer->isActive());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&toast, &leave);
        QVERIFY(timer->isActive());
    }

    void undoIsForTheLastOne()
    {
        QWidget page;
        page.show();
        Toast toast(&page);
        QStringList undone;
        toast.show(u"first"_s, u"Undo"_s, [&] { undone.append(u"first"_s); });
        toast.show(u"second"_s, u"Undo"_s, [&] { undone.append(u"second"_s); });

        toast.actionButton()->click();

        QCOMPARE(undone, QStringList{u"second"_s});
        QVERIFY(toast.isHidden());
    }

    void itStandsAtTheBottomStartCorner_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void itStandsAtTheBottomStartCorner()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QWidget page;
        page.setLayoutDirection(direction);
        page.show();
        Toast toast(&page);
        toast.show(u"Here."_s);

        page.resize(700, 500);

        QCOMPARE(toast.geometry().bottom(), 500 - 1 - 16);
        if (direction == Qt::LeftToRight)
            QCOMPARE(toast.geometry().left(), 16);
        else
            QCOMPARE(toast.geometry().right(), 700 - 1 - 16);
    }
};

namespace
{
const test::Registered<ToastTest> registered;
}

} // namespace slipway::feedback

#include "toast_test.moc"
