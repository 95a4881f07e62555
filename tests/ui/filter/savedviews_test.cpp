// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/savedviews.h"
#include "ui/look/toggles.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::filter
{

class SavedViewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneViewIsChosenAtATime();
    void whatFindsNoRoomIsBehindTheOthers();
    void theFieldTellsOfWhatItUnderstands();
    void theFieldSaysWhatItDoesNotUnderstandBelowIt();
    void escapeClearsFirstAndThenLeaves();
};

void SavedViewsTest::oneViewIsChosenAtATime()
{
    SavedViews views({u"All"_s, u"Failing & lost"_s});
    views.setCounts({12, 1});
    const QSignalSpy chosen(&views, &SavedViews::chosenChanged);
    const auto buttons = views.findChildren<look::ViewButton *>();

    buttons.at(1)->click();
    buttons.at(1)->click();

    QCOMPARE(chosen.size(), 1);
    QCOMPARE(views.chosen(), 1);
    QVERIFY(!buttons.at(0)->isChecked());
    QVERIFY(buttons.at(1)->isChecked());
    QCOMPARE(buttons.at(1)->accessibleName(), u"Failing & lost, 1"_s);
    QCOMPARE(buttons.at(1)->text(), u"Failing && lost"_s);
}

void SavedViewsTest::whatFindsNoRoomIsBehindTheOthers()
{
    SavedViews views({u"All"_s, u"Needs update"_s, u"Failing"_s, u"Awaiting me"_s});
    views.setCounts({1000, 1, 1, 1});
    const auto buttons = views.findChildren<look::ViewButton *>();
    const auto *more = views.findChild<QToolButton *>();
    const auto shown = [&] {
        int count = 0;
        for (const auto *button : buttons)
            count += button->isVisibleTo(&views) ? 1 : 0;
        return count;
    };
    views.resize(views.sizeHint());
    views.show();
    QCOMPARE(shown(), 4);
    QVERIFY(!more->isVisibleTo(&views));

    views.resize(views.sizeHint().width() - 20, views.height());

    QCOMPARE(shown(), 3);
    QVERIFY(more->isVisibleTo(&views));
    views.choose(3); // the chosen one is always seen
    QVERIFY(buttons.at(3)->isVisibleTo(&views));
    for (const auto *button : buttons) {
        if (button->isVisibleTo(&views))
            QVERIFY(views.rect().contains(button->geometry()));
    }
    QVERIFY(views.rect().contains(more->geometry()));
}

void SavedViewsTest::theFieldTellsOfWhatItUnderstands()
{
    FilterField field({{.name = u"tag"_s}});
    QSignalSpy changed(&field, &FilterField::queryChanged);

    field.setText(u"tag:"_s); // as it stands while somebody types
    QCOMPARE(changed.size(), 0);
    field.setText(u"tag:2"_s);

    QCOMPARE(changed.size(), 1);
    QCOMPARE(field.query().terms, (QList<Term>{{.key = u"tag"_s, .values = {u"2"_s}}}));
}

void SavedViewsTest::theFieldSaysWhatItDoesNotUnderstandBelowIt()
{
    QWidget window;
    window.resize(400, 300);
    FilterField field({{.name = u"tag"_s}}, &window);
    field.setGeometry(150, 10, 236, 30);
    window.show();
    const auto message = [&]() -> QFrame * { return window.findChild<QFrame *>(Qt::FindDirectChildrenOnly); };

    field.setText(u"<b>&x</b>:7"_s);

    QVERIFY(message());
    QVERIFY(message()->isVisible());
    QVERIFY(message()->y() >= field.geometry().bottom());
    QVERIFY(window.rect().contains(message()->geometry()));
    QCOMPARE(field.accessibleDescription(), u"There is no key \"<b>&x</b>\". Known are tag."_s);
    field.clear();
    QVERIFY(!message());
    QCOMPARE(field.accessibleDescription(), QString{});
}

void SavedViewsTest::escapeClearsFirstAndThenLeaves()
{
    FilterField field({});
    const QSignalSpy left(&field, &FilterField::left);
    field.setText(u"queue"_s);

    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString{});
    QCOMPARE(left.size(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);

    QCOMPARE(left.size(), 1);
}

namespace
{
const test::Registered<SavedViewsTest> registered;
}

} // namespace slipway::filter

#include "savedviews_test.moc"
