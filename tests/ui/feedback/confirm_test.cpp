// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feedback/confirm.h"
#include "ui/feedback/dimmer.h"

#include "tests/support/testcase.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::feedback
{

namespace
{

const Question rollBack{.title = u"Roll back calendar-sync to 2.0.4?"_s,
                        .text = u"Slipway opens a pull request."_s,
                        .verb = u"Roll back"_s,
                        .isDestructive = true,
                        .toType = u"calendar-sync"_s,
                        .whyType = u"This reaches production. Type the service's name to go on."_s};

}

class ConfirmTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterCancelsWhatDestroys()
    {
        QWidget window;
        window.show();
        ConfirmDialog dialog({.title = u"Close #220?"_s, .verb = u"Close"_s, .isDestructive = true}, &window);
        const QSignalSpy rejected(&dialog, &QDialog::rejected);
        dialog.open();

        QTest::keyClick(&dialog, Qt::Key_Return);

        QCOMPARE(rejected.size(), 1);
    }

    void enterAnswersAPlainQuestion()
    {
        QWidget window;
        window.show();
        ConfirmDialog dialog({.title = u"Merge #220 into main?"_s, .verb = u"Merge"_s}, &window);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.open();

        QTest::keyClick(&dialog, Qt::Key_Return);

        QCOMPARE(accepted.size(), 1);
    }

    void productionAsksForTheName()
    {
        QWidget window;
        window.show();
        ConfirmDialog dialog(rollBack, &window);
        dialog.open();
        QVERIFY(!dialog.verbButton()->isEnabled());
        QVERIFY(!dialog.verbButton()->toolTip().isEmpty());

        QTest::keyClicks(dialog.nameField(), u"calendar-syn"_s);
        QVERIFY(!dialog.verbButton()->isEnabled());
        QTest::keyClicks(dialog.nameField(), u"c"_s);

        QVERIFY(dialog.verbButton()->isEnabled());
        dialog.setObjection(u"The image is gone."_s);
        QVERIFY(!dialog.verbButton()->isEnabled());
    }

    void theWindowIsDimmedWhileItWaits()
    {
        QWidget window;
        window.resize(400, 300);
        window.show();
        ConfirmDialog dialog(rollBack, &window);

        dialog.open();
        const auto *dimmer = window.findChild<Dimmer *>();
        QVERIFY(dimmer && dimmer->isVisible());
        window.resize(500, 350);
        QCOMPARE(dimmer->geometry(), window.rect());

        dialog.reject();
        QVERIFY(!window.findChild<Dimmer *>());
    }
};

namespace
{
const test::Registered<ConfirmTest> registered;
}

} // namespace slipway::feedback

#include "confirm_test.moc"
