// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/ui/images/stage.h"
#include "ui/images/imagestable.h"
#include "ui/images/overviewpage.h"
#include "ui/images/pageheader.h"
#include "ui/images/servicedetails.h"
#include "ui/look/label.h"
#include "ui/look/scheme.h"
#include "ui/look/type.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace slipway::images
{

using workspace::State;

/// How the screen stands in its window: what gives way, what is remembered, what strange names do to it.
class ImagesLayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void cleanup() { look::Scheme::current().setTextFactor(1); }

    void hasOneFilledButton();
    void headerButtonsKeepTheirSize();
    void layersThePaneInANarrowWindow();
    void edgesMeetWhateverTheSizeOfText();
    void thePaneGrowsWithTheText();
    void keepsTheFocusInThePane();
    void remembersItsLayout();
    void sortsAndShowsColumnsByCommand();
    void namesStayText();
};

void ImagesLayoutTest::hasOneFilledButton()
{
    Stage stage;
    QCOMPARE(filledButtons(stage.window()), QStringList{u"Review 3 updates"_s}); // nothing to review of the failed one
    stage.screen().select(keyOf(u"fogis-api-client"_s));
    QCOMPARE(filledButtons(stage.window()), QStringList{u"Review update"_s});
    stage.screen().deeds().of(Deed::TogglePane)->trigger();
    QCOMPARE(filledButtons(stage.window()), QStringList{u"Review 3 updates"_s});
    stage.screen().deeds().of(Deed::Tick)->trigger();
    QCOMPARE(filledButtons(stage.window()), QStringList{u"Open pull request…"_s});
}

void ImagesLayoutTest::headerButtonsKeepTheirSize()
{
    Stage stage;
    auto &header = in<PageHeader>(stage);
    const auto verify = [&] {
        stage.settle();
        const auto buttons = header.findChildren<QAbstractButton *>();
        for (const auto *button : buttons) {
            if (!button->isVisible())
                continue;
            const auto said = u"%1: %2 of %3 at %4"_s.arg(button->text())
                                  .arg(button->width())
                                  .arg(button->sizeHint().width())
                                  .arg(stage.window().width());
            QVERIFY2(button->size() == button->sizeHint(), qPrintable(said));
            QVERIFY2(header.rect().contains(button->geometry()), qPrintable(said));
        }
    };
    for (const double textFactor : {1.0, 1.5}) {
        look::Scheme::current().setTextFactor(textFactor);
        for (const int width : {900, 960, 1040, 1240, 1360}) {
            stage.window().resize(width, 600);
            verify();
            stage.screen().showProgress(3, 10);
            verify();
            stage.screen().endProgress();
        }
    }
    look::Scheme::current().setTextFactor(1);
}

void ImagesLayoutTest::layersThePaneInANarrowWindow()
{
    Stage stage({900, 600});
    auto &screen = stage.screen();
    auto &pane = in<ServiceDetails>(stage);
    auto &table = in<ImagesTable>(stage);
    QVERIFY(!pane.isVisible());
    QVERIFY(!texts(stage.window()).contains(u"Check now"_s)); // an icon now
    QVERIFY(table.isColumnHidden(static_cast<int>(Column::Updated)));
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    const int tableWidth = table.width();

    table.setFocus();
    QTest::keyClick(&table, Qt::Key_I, Qt::ControlModifier);

    QVERIFY(pane.isVisible());
    QCOMPARE(table.width(), tableWidth); // it lies above
    QCOMPARE(pane.mapTo(&stage.window(), QPoint(pane.width(), 0)).x(), stage.window().width());
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Escape);
    QVERIFY(!pane.isVisible());

    stage.window().resize(1360, 860);
    stage.settle();
    QVERIFY(pane.isVisible());
    QVERIFY(!table.isColumnHidden(static_cast<int>(Column::Updated)));
    QVERIFY(table.width() < screen.width());
    QVERIFY(table.columnWidth(static_cast<int>(Column::PullRequest)) > 80); // with its number
}

/// What stands above one another begins and ends together.
void ImagesLayoutTest::edgesMeetWhateverTheSizeOfText()
{
    Stage stage({2600, 1200});
    const auto leftOf = [&](const QWidget &widget, int inset) {
        return widget.mapTo(&stage.window(), QPoint{}).x() + inset;
    };
    auto &pane = in<ServiceDetails>(stage);
    for (const double textFactor : {1.0, 1.5, 2.0}) {
        look::Scheme::current().setTextFactor(textFactor);
        stage.settle();
        const auto labels = in<PageHeader>(stage).findChildren<look::Label *>();
        const auto *heading = *std::ranges::find(labels, u"Images"_s, &look::Label::text);
        QCOMPARE(leftOf(*heading, 0) - leftOf(stage.screen(), 0), look::scaled(20));
        const auto &tabs = *pane.findChild<QTabBar *>();
        QCOMPARE(leftOf(*pane.findChild<look::Label *>(), 0), leftOf(tabs, look::scaled(8)));
        const auto &overview = *pane.findChild<OverviewPage *>();
        const auto &bar = *overview.verticalScrollBar();
        const auto margins = overview.widget()->layout()->contentsMargins();
        QCOMPARE(margins.left(), look::scaled(16));
        QCOMPARE(margins.right() + bar.width(), look::scaled(16)); // which is in it
        pane.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(overview.widget()->layout()->contentsMargins().right(), look::scaled(16));
        pane.unsetLayoutDirection();
    }
}

/// And is as wide as before when the text is.
void ImagesLayoutTest::thePaneGrowsWithTheText()
{
    Stage stage({1600, 860});
    auto &pane = in<ServiceDetails>(stage);
    const int usual = pane.width();
    const auto widthAt = [&](double textFactor) {
        look::Scheme::current().setTextFactor(textFactor);
        stage.settle();
        return pane.width();
    };
    QCOMPARE(usual, 376);
    QCOMPARE(widthAt(1.25), 376 * 5 / 4);
    QCOMPARE(widthAt(1.0), usual);
    stage.screen().hide(); // another screen is in front
    look::Scheme::current().setTextFactor(1.25);
    stage.screen().show();
    stage.settle();
    QCOMPARE(pane.width(), 376 * 5 / 4);
    QCOMPARE(widthAt(1.0), usual);
    widthAt(1.5); // there is no room for it beside the table any more
    QCOMPARE(in<ImagesTable>(stage).width(), stage.screen().width());
    QCOMPARE(widthAt(1.0), usual);

    stage.screen().restore({{u"paneWidth"_s, 400}});
    QCOMPARE(pane.width(), 400);
    QCOMPARE(widthAt(1.25), 500);
    QCOMPARE(widthAt(1.0), 400);
}

/// As the menus and the palette do it, and the header says it.
void ImagesLayoutTest::sortsAndShowsColumnsByCommand()
{
    Stage stage;
    auto &table = in<ImagesTable>(stage);
    const auto command = [&stage](const char *name, Column column) {
        return stage.screen().findChild<QAction *>(QString::fromLatin1(name).arg(static_cast<int>(column)));
    };
    QVERIFY(command("images.sortBy%1", Column::State)->isChecked());

    command("images.sortBy%1", Column::Service)->trigger();
    QCOMPARE(table.header()->sortIndicatorSection(), static_cast<int>(Column::Service));
    QCOMPARE(table.header()->sortIndicatorOrder(), Qt::AscendingOrder);
    stage.screen().findChild<QAction *>(u"images.sortDescending"_s)->trigger();
    QCOMPARE(table.header()->sortIndicatorSection(), static_cast<int>(Column::Service));
    QCOMPARE(table.header()->sortIndicatorOrder(), Qt::DescendingOrder);
    table.sortByColumn(static_cast<int>(Column::Updated), Qt::AscendingOrder); // a click on the header
    QVERIFY(command("images.sortBy%1", Column::Updated)->isChecked());
    QVERIFY(!stage.screen().findChild<QAction *>(u"images.sortDescending"_s)->isChecked());

    QVERIFY(!command("images.column%1", Column::State)); // it is always there
    command("images.column%1", Column::Policy)->trigger();
    QVERIFY(!table.isColumnHidden(static_cast<int>(Column::Policy)));
    QVERIFY(command("images.column%1", Column::Policy)->isChecked());
    table.columns()->show(Column::Policy, false);
    QVERIFY(!command("images.column%1", Column::Policy)->isChecked());
}

void ImagesLayoutTest::keepsTheFocusInThePane()
{
    Stage stage({900, 600});
    auto &pane = in<ServiceDetails>(stage);
    auto *toggle = stage.screen().deeds().of(Deed::TogglePane);
    const auto isInPane = [&] {
        const auto *focus = stage.window().focusWidget();
        return focus == &pane || pane.isAncestorOf(focus);
    };
    toggle->trigger();
    QVERIFY(isInPane());
    toggle->trigger();
    QCOMPARE(stage.window().focusWidget(), &in<ImagesTable>(stage));

    toggle->trigger();
    stage.window().resize(1360, 860); // there it stands beside the table
    stage.settle();
    QVERIFY(isInPane());
    stage.window().resize(900, 600); // and here it closes
    stage.settle();
    QCOMPARE(stage.window().focusWidget(), &in<ImagesTable>(stage));
}

void ImagesLayoutTest::remembersItsLayout()
{
    Stage stage;
    auto &table = in<ImagesTable>(stage);
    table.columns()->show(Column::Policy, true);
    table.columns()->show(Column::Updated, false);
    table.header()->resizeSection(static_cast<int>(Column::Versions), 260);
    table.header()->moveSection(3, 1);
    table.sortByColumn(static_cast<int>(Column::Service), Qt::DescendingOrder);
    stage.screen().choose(View::NeedsUpdate);
    const auto layout = stage.screen().layout();

    Stage other;
    other.screen().restore(layout);

    QCOMPARE(other.screen().layout(), layout);
    QVERIFY(in<ImagesTable>(other).columns()->isShown(Column::Policy));
    QVERIFY(!other.screen().findChild<QAction *>(u"images.column%1"_s.arg(int(Column::Updated)))->isChecked());
    QCOMPARE(in<ImagesTable>(other).header()->visualIndex(static_cast<int>(Column::PullRequest)), 1);

    other.screen().restore({{u"columns"_s, u"nonsense"_s},
                            {u"widths"_s, QJsonObject{{u"state"_s, -7}, {u"x"_s, 3}, {u"policy"_s, 1e300}}},
                            {u"sort"_s, 9},
                            {u"view"_s, 77},
                            {u"paneWidth"_s, 1e9}});
    QVERIFY(in<ImagesTable>(other).columns()->isShown(Column::State));
    QVERIFY(other.window().width() == 1360);
}

void ImagesLayoutTest::namesStayText()
{
    Stage stage({1360, 860}, harbour::hostileRows());
    stage.settle();

    const auto labels = stage.window().findChildren<QLabel *>();
    for (const auto *label : labels) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(!label->text().contains(QChar(0x202e)));
    }
    const auto widgets = stage.window().findChildren<QWidget *>();
    for (const auto *widget : widgets)
        QVERIFY2(!widget->toolTip().contains(u"<img"_s), qPrintable(widget->toolTip()));
    const auto buttons = stage.window().findChildren<QAbstractButton *>();
    for (const auto *button : buttons)
        QVERIFY2(!button->text().contains(u"&Save"_s) || button->text().contains(u"&&Save"_s),
                 qPrintable(button->text()));
    QVERIFY(stage.window().width() == 1360);
}

namespace
{
const test::Registered<ImagesLayoutTest> registered;
}

} // namespace slipway::images

#include "imageslayout_test.moc"
