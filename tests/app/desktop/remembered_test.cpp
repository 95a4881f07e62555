// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/stage.h"
#include "tests/support/testcase.h"
#include "ui/look/scheme.h"

#include <QApplication>
#include <QLineEdit>
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
    void howTheWorkspaceWasLeft();
};

void RememberedTest::aSavedViewByKeyboard()
{
    Stage stage;
    stage.press(Qt::Key_Slash);
    stage.write(u"registry:docker.io"_s);
    stage.command(u"save this view"_s);
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
    stage.command(u"compact rows"_s);
    QVERIFY(isCompact());

    stage.quit();
    look::Scheme::current().setCompact(false); // as a new process begins
    stage.start();

    QVERIFY(isCompact());
    look::Scheme::current().setCompact(false);
}

/// The token is not remembered: nobody is asked anything until it is there again.
void RememberedTest::howTheWorkspaceWasLeft()
{
    Stage stage(Stage::As::Newcomer);
    stage.click(u"Connect…"_s);
    stage.write(QString::fromLatin1(simulator::demoToken));
    const auto fields = stage.window().findChildren<QLineEdit *>();
    stage.click(*std::ranges::find(fields, u"owner/repository"_s, &QLineEdit::placeholderText));
    stage.write(u"PitchConnect/fogis-deployment"_s);
    stage.click(u"Connect"_s);
    QVERIFY(stage.rests());
    QVERIFY(stage.says(u"Review 3 updates"_s));
    QVERIFY(stage.says(u"3 commits since 2.1.0"_s)); // the pane's questions are answered too

    stage.quit();
    int asked = 0;
    stage.demo.afterRequest = [&asked](const auto &) { ++asked; };
    stage.start();

    const auto why =
        u"Nobody is signed in to github.com. Slipway forgets the token when it quits: this is how it was left."_s;
    QCOMPARE(stage.missing({why, u"Signed out"_s, u"Review 3 updates"_s}), QStringList{});
    QVERIFY(stage.currentRow().startsWith(u"calendar-sync, failed"_s));
    QCOMPARE(asked, 0);

    stage.click(u"Sign in…"_s);
    stage.write(QString::fromLatin1(simulator::demoToken));
    stage.click(u"Connect"_s);

    QVERIFY(stage.rests());
    QVERIFY(!stage.isSaid(why));
    QVERIFY(asked > 0);
}

const slipway::test::Registered<RememberedTest> registered;

} // namespace slipway::desktop

#include "remembered_test.moc"
