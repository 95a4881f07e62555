// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"
#include "ui/look/scheme.h"

#include <QApplication>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::desktop
{

/// What a person set up is there again after a restart.
class RememberedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSavedViewByKeyboard();
    void theDensity();
};

void RememberedTest::aSavedViewByKeyboard()
{
    Stage stage;
    stage.press(Qt::Key_Slash);
    stage.write(u"registry:docker.io"_s);
    stage.press(Qt::CTRL | Qt::Key_K);
    stage.write(u"save this view"_s);
    stage.press(Qt::Key_Return);
    QVERIFY(stage.until(
        [] { return QApplication::activeModalWidget() && QApplication::activeModalWidget()->isActiveWindow(); }));
    stage.write(u"The harbour"_s);
    stage.press(Qt::Key_Return);
    QVERIFY(stage.says(u"The harbour"_s));

    stage.quit();
    stage.start();

    QVERIFY(stage.says(u"The harbour"_s));
    QVERIFY(stage.isSaid(u"registry:docker.io"_s));
    QVERIFY(!stage.isSaid(u"google-drive"_s));
    const auto menus = stage.window().findChildren<QMenu *>();
    QVERIFY(std::ranges::any_of(menus, [](const QMenu *menu) {
        return menu->title() == u"Saved views"_s && menu->actions().size() == 5 &&
               menu->actions().last()->text() == u"The harbour"_s && menu->actions().last()->isChecked();
    }));
}

void RememberedTest::theDensity()
{
    Stage stage;
    const auto isCompact = [] { return look::Scheme::current().appearance().isCompact; };
    stage.press(Qt::CTRL | Qt::Key_K);
    stage.write(u"compact rows"_s);
    stage.press(Qt::Key_Return);
    QVERIFY(isCompact());

    stage.quit();
    look::Scheme::current().setCompact(false); // as a new process begins
    stage.start();

    QVERIFY(isCompact());
    look::Scheme::current().setCompact(false);
}

const slipway::test::Registered<RememberedTest> registered;

} // namespace slipway::desktop

#include "remembered_test.moc"
