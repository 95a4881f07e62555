// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/scene.h"
#include "tests/support/testcase.h"

#include "ui/feedback/confirm.h"
#include "ui/feedback/messagebar.h"
#include "ui/look/buttons.h"
#include "ui/look/icons.h"
#include "ui/look/label.h"
#include "ui/look/palette.h"
#include "ui/look/scheme.h"
#include "ui/look/type.h"
#include "ui/words/plain.h"

#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::test
{

namespace
{

using look::Scheme;

/// A window with what is needed to open the things that stand above it.
class Window final : public QWidget
{
public:
    Window()
    {
        look::keepSurface(this, look::Token::Base);
        auto *column = new QVBoxLayout(this);
        auto *buttons = new QHBoxLayout;
        for (const auto role : {look::ButtonRole::Primary, look::ButtonRole::Secondary})
            buttons->addWidget(look::makeButton(u"Focused"_s, {}, role));
        buttons->addStretch(1);
        column->addLayout(buttons);
        combo->addItems({u"main"_s, u"production"_s, u"staging"_s});
        column->addWidget(combo);
        text->setPlainText(u"Updates 2 images.\n\n"_s +
                           u"fogis-api-client: 7 commits, a cache for club metadata.\n"_s.repeated(12));
        column->addWidget(text);
        column->addWidget(table());
        resize(640, 520);
        show();
        activateWindow();
    }

    QComboBox *combo = new QComboBox;
    QPlainTextEdit *text = new QPlainTextEdit;

private:
    QWidget *table()
    {
        auto *model = new QStandardItemModel(0, 3, this);
        model->setHorizontalHeaderLabels({u"Service"_s, u"Follows"_s, u"Minimum age"_s});
        for (const auto &name : {u"calendar-sync"_s, u"google-drive"_s, u"queue"_s})
            model->appendRow(
                {new QStandardItem(name), new QStandardItem(u"SemVer, up to minor"_s), new QStandardItem(u"3 days"_s)});
        auto *view = new QTreeView;
        view->setFrameShape(QFrame::NoFrame);
        view->setRootIsDecorated(false);
        view->setModel(model);
        view->setSortingEnabled(true);
        view->sortByColumn(0, Qt::AscendingOrder);
        view->setCurrentIndex(model->index(1, 0));
        view->header()->setSectionResizeMode(QHeaderView::Stretch);
        return view;
    }
};

/// A window of its own, by its name; null if there is none.
QWidget *named(const QString &name)
{
    const auto widgets = QApplication::topLevelWidgets();
    for (auto *widget : widgets) {
        if (widget->objectName() == name)
            return widget;
    }
    return nullptr;
}

} // namespace

class PopupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Scheme::current().choose(Scheme::Choice::System); }

    void whatStandsAboveIsPaintedToo_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void whatStandsAboveIsPaintedToo()
    {
        QFETCH(const bool, isDark);
        Scheme::current().choose(isDark ? Scheme::Choice::Dark : Scheme::Choice::Light);
        const auto name = [](const QString &part) -> QString {
            return part + u'-' + QString::fromLatin1(QTest::currentDataTag());
        };
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window));

        QTest::keyClick(&window, Qt::Key_Tab);
        const auto *ring = window.findChild<QFocusFrame *>();
        QVERIFY(ring && ring->isVisible());
        const auto below = grabbed(window, name(u"window"_s));

        QMenu menu(&window);
        menu.addAction(look::icon(u"refresh"_s), u"Check now"_s)->setShortcut(Qt::Key_F5);
        menu.addAction(look::icon(u"nav-review"_s), u"Review update"_s)->setShortcut(Qt::Key_V);
        menu.addSeparator();
        auto *checked = menu.addAction(u"Details pane"_s);
        checked->setCheckable(true);
        checked->setChecked(true);
        menu.addAction(u"Not now"_s)->setEnabled(false);
        menu.addMenu(u"Copy"_s)->addAction(u"As Markdown"_s);
        menu.setActiveAction(menu.actions().at(1));
        menu.popup({0, 0});
        const auto menuPicture = grabbed(menu, name(u"menu"_s));
        menu.close();

        window.combo->showPopup();
        auto *list = window.combo->findChild<QFrame *>(); // its container
        QVERIFY(list && list->isVisible());
        const auto listPicture = grabbed(*list->window(), name(u"list"_s));
        window.combo->hidePopup();

        QToolTip::showText({0, 0}, words::tooltip(u"sha256:d5af701f44c0 & <b>more</b>"_s), &window);
        auto *tip = named(u"qtooltip_label"_s);
        QVERIFY(tip);
        const auto tipPicture = grabbed(*tip, name(u"tip"_s));
        QCOMPARE(tipPicture.pixelColor(0, 0), look::color(look::Token::ControlBorder));

        feedback::ConfirmDialog dialog({.title = u"Roll back calendar-sync to 2.0.4?"_s,
                                        .text =
                                            u"Slipway opens a pull request that puts the digest of 28 Oct back. The "
                                            "deploy starts when it is merged."_s,
                                        .verb = u"Roll back"_s,
                                        .isDestructive = true,
                                        .toType = u"calendar-sync"_s,
                                        .whyType = u"This reaches production. Type the service's name to go on"_s},
                                       &window);
        dialog.setAside(look::makeButton(u"Show whole diff"_s, u"nav-review"_s, look::ButtonRole::Link));
        dialog.open();
        static_cast<void>(grabbed(dialog, name(u"dialog"_s)));
        const auto dimmed = grabbed(window, name(u"dimmed"_s));

        QVERIFY(dimmed.pixelColor(4, 4) != below.pixelColor(4, 4));
        QCOMPARE(menuPicture.pixelColor(0, 0), look::color(look::Token::ControlBorder));
        QCOMPARE(listPicture.pixelColor(0, 0), look::color(look::Token::ControlBorder));
        QCOMPARE(cutWords(dialog).join(u", "_s), QString());
    }
};

namespace
{
const Registered<PopupsTest> registered;
}

} // namespace slipway::test

#include "popups_test.moc"
